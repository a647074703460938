/** Tests of the adapter of Genesys Web Services: by the platform's own samples, and against its simulator. */
package dev.trunkline.vendor.gws;
