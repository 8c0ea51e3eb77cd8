/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LAST_CHARACTERS = 8_000;
const running = new Set();

/** Runs a command to its end; what it says is shown only when it fails. */
export async function run(command, args, options = {}) {
  const { input, ...rest } = options;
  const started = start(command, args, rest);
  started.child.stdin.end(input ?? '');
  const status = await started.ended;
  if (status !== 0) {
    throw new Error(
      `${[command, ...args].join(
        ' ',
      )} ended with ${status}:\n${started.said()}`,
    );
  }
  return started.said();
}

/** Starts a command in a process group of its own, so that all of it can end. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      output = (output + data).slice(-LAST_CHARACTERS);
    });
  }
  const ended = new Promise(resolve => {
    child.once('error', error => {
      output += error.message;
      resolve(-1);
    });
    child.once('close', (code, signal) => resolve(code ?? signal));
  }).finally(() => running.delete(handle));
  const handle = {
    child,
    ended,
    said: () => output,
    async stop() {
      if (running.has(handle)) {
        signalGroup(child, 'SIGTERM');
        const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
        await ended;
        clearTimeout(patience);
      }
    },
  };
  running.add(handle);
  return handle;
}

export async function stopAll() {
  await Promise.all([...running].map(handle => handle.stop()));
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

/** Asks until the answer is truthy, and gives that answer. */
export async function until(what, seconds, ask) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${seconds} s for ${what}`);
    }
    await sleep(500);
  }
}

export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise(resolve => {
          const server = createServer().listen(0, '127.0.0.1', () =>
            resolve(server),
          );
        }),
    ),
  );
  const ports = servers.map(server => server.address().port);
  await Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
  return ports;
}
