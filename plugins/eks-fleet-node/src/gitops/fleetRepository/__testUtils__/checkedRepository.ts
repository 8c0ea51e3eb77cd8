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

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FLEET } from './fleet';

/** What the check says, and how it ends. */
export interface Checked {
  status: number | null;
  lines: string[];
  stderr: string;
}

/** A fleet repository in a folder of its own, with its content as the first commit. */
export class CheckedRepository {
  static create(): CheckedRepository {
    const folder = mkdtempSync(join(tmpdir(), 'fleet-'));
    for (const name of ['argocd', 'applications', 'clusters', 'namespaces']) {
      cpSync(join(FLEET, name), join(folder, name), { recursive: true });
    }
    const repository = new CheckedRepository(folder);
    repository.git('init', '--quiet', '--initial-branch=main');
    repository.commit();
    return repository;
  }

  private constructor(private readonly folder: string) {}

  git(...args: string[]): string {
    return execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args],
      { cwd: this.folder, encoding: 'utf8' },
    );
  }

  /** What is there becomes what changes are held against. */
  commit(): this {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=x');
    this.git('branch', '--force', 'base');
    return this;
  }

  write(path: string, text: string): this {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
    return this;
  }

  link(path: string, target: string): this {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    symlinkSync(target, join(this.folder, path));
    return this;
  }

  remove(...paths: string[]): this {
    paths.forEach(path =>
      rmSync(join(this.folder, path), { recursive: true, force: true }),
    );
    return this;
  }

  move(from: string, to: string): this {
    mkdirSync(dirname(join(this.folder, to)), { recursive: true });
    this.git('mv', from, to);
    return this;
  }

  /** Holds the change since the last commit to the rules. */
  check(...args: string[]): Checked {
    return this.run('--base', 'base', '--today', '2026-11-30', ...args);
  }

  /** Holds all of it to the rules. */
  checkAll(...args: string[]): Checked {
    return this.run('--today', '2026-11-30', ...args);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs the check with other arguments. */
  run(...args: string[]): Checked {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [join(FLEET, 'checks/check.mjs'), ...args, this.folder],
      { encoding: 'utf8', env: { PATH: process.env.PATH } },
    );
    return { status, stderr, lines: stdout.split('\n').filter(Boolean) };
  }
}
