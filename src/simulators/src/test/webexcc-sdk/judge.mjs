// An agent's day as the official SDK has it: registers, logs in, is available, dials, holds, resumes, ends, wraps up; what goes wrong with
// a dial; a preview; a socket that closes; and, as a browser that is loaded again, finds the wrap-up that was left. What the SDK says is held
// against the simulators' books. Ends with 1 at the first thing that is not as the platform has it.
// Environment: PLATFORM (base address), CONTROL (the simulators' control plane).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Each in a process of its own, since a page that is loaded again remembers nothing. */
async function part(name, ...more) {
    const file = fileURLToPath(new URL(name, import.meta.url));
    const child = spawn(process.execPath, [file, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', text => {
        said += text;
        process.stdout.write(text);
    });
    const status = await new Promise(resolve => child.on('close', resolve));
    assert.equal(status, 0, name + ' ended with ' + status);
    return /^left (\S+)$/m.exec(said)?.[1];
}

const left = await part('day.mjs');
assert.ok(left, 'a call was left in wrap-up');
await part('reloaded.mjs', left);
console.log('The SDK completed its calls.');
