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

export interface GitResult {
  code: number;
  stdout: Buffer;
}

/** What git may know of the machine it runs on: nothing but its own programs. */
export function gitEnvironment(
  more: Record<string, string> = {},
): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: '/',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    ...more,
  };
}

/**
 * Runs git in a bare repository.
 *
 * @param options - `allowed` are the exit codes beside 0 that are an answer
 * @throws an Error with what git said
 */
export async function runGit(
  directory: string,
  args: string[],
  options: {
    input?: Buffer | string;
    environment?: Record<string, string>;
    allowed?: number[];
  } = {},
): Promise<GitResult> {
  const child = spawn('git', ['-C', directory, ...args], {
    env: gitEnvironment(options.environment),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', chunk => stdout.push(chunk));
  child.stderr.on('data', chunk => stderr.push(chunk));
  // Git may end before it has read everything; its exit code says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0 && !options.allowed?.includes(code)) {
    throw new Error(
      `git ${args[0]} ended with ${code}: ${Buffer.concat(stderr)
        .toString()
        .trim()}`,
    );
  }
  return { code, stdout: Buffer.concat(stdout) };
}
