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

import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

describe('the bundle', () => {
  it('runs by itself, without installed packages', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fleet-reporter-bundle-'));
    const outfile = join(folder, 'fleet-reporter.js');
    buildSync({
      entryPoints: [resolve(__dirname, 'main.ts')],
      bundle: true,
      platform: 'node',
      target: 'node20',
      outfile,
      logLevel: 'silent',
    });
    const { status, stderr } = spawnSync(process.execPath, [outfile], {
      cwd: folder,
      env: {},
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([
      2,
      'FLEET_REPORTER_CLUSTER_ARN is not set\n',
    ]);
  });

  it('is what the image takes in, and nothing else', () => {
    const file = (name: string) =>
      readFileSync(resolve(__dirname, '..', name), 'utf8');
    const [, copied] = /^COPY (\S+) \/fleet-reporter\.js$/m.exec(
      file('Dockerfile'),
    )!;
    expect(JSON.parse(file('package.json')).scripts.bundle).toContain(
      `--outfile=${copied}`,
    );
    expect(file('.dockerignore').split('\n').filter(Boolean)).toEqual([
      '*',
      `!${copied}`,
    ]);
  });
});
