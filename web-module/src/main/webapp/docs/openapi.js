// Shows openapi.yaml; requests that are tried out go to this gateway alone.
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const shade = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', shade);
shade();

SwaggerUIBundle({
  url: 'openapi.yaml',
  dom_id: '#document',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 2,
  defaultModelRendering: 'example',
  displayRequestDuration: true,
});
