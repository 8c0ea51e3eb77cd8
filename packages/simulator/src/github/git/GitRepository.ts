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

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommit, signatureEnvironment } from './commits';
import { diffFiles } from './diffs';
import { parseObjects } from './objects';
import { forgetAtExit, removeAtExit } from './removeAtExit';
import { runGit } from './runGit';
import type {
  FileDiff,
  GitCommit,
  GitObject,
  MergedTree,
  Signature,
  TreeChange,
  TreeEntry,
} from './types';

/** Who pushes to a protected branch hears of it from Git, as on GitHub. */
const UPDATE_HOOK = `#!/bin/sh
if printf '%s\\n' "$EKS_FLEET_PROTECTED_REFS" | grep -Fqx "$1"; then
  echo "error: GH006: Protected branch update failed for $1." >&2
  echo "error: Changes must be made through a pull request." >&2
  exit 1
fi
`;

const NO_OBJECT = '0'.repeat(40);

/** A bare repository on disk, in a temporary folder of its own. */
export class GitRepository {
  readonly directory: string;
  readonly #parent: string;
  #refs = new Map<string, string>();
  #indexes = 0;

  /** @param stream - the first commits, for `git fast-import` */
  static async create(
    stream: string,
    defaultBranch: string,
  ): Promise<GitRepository> {
    const parent = await mkdtemp(join(tmpdir(), 'eks-fleet-git-'));
    removeAtExit(parent);
    const directory = join(parent, 'repository.git');
    const init = [
      'init',
      '--quiet',
      '--bare',
      '--template=',
      `--initial-branch=${defaultBranch}`,
      directory,
    ];
    await runGit(parent, init);
    const repository = new GitRepository(parent, directory);
    await mkdir(join(directory, 'hooks'));
    await writeFile(join(directory, 'hooks', 'update'), UPDATE_HOOK, {
      mode: 0o755,
    });
    await runGit(directory, ['fast-import', '--quiet'], { input: stream });
    await repository.readRefs();
    return repository;
  }

  private constructor(parent: string, directory: string) {
    this.#parent = parent;
    this.directory = directory;
  }

  async remove(): Promise<void> {
    await rm(this.#parent, { recursive: true, force: true, maxRetries: 3 });
    forgetAtExit(this.#parent);
  }

  /** Full names of refs and what they point at, as last read or written. */
  get refs(): ReadonlyMap<string, string> {
    return this.#refs;
  }

  branch(name: string): string | undefined {
    return this.#refs.get(`refs/heads/${name}`);
  }

  /** Reads the refs again, after somebody else wrote them. */
  async readRefs(): Promise<void> {
    const { stdout } = await this.#run([
      'for-each-ref',
      '--format=%(refname) %(objectname)',
    ]);
    this.#refs = new Map(
      lines(stdout).map(line => line.split(' ') as [string, string]),
    );
  }

  /**
   * Writes a ref that must still be what it was, or not be there.
   *
   * @param next - `undefined` takes the ref away
   */
  async updateRef(
    ref: string,
    next: string | undefined,
    expected: string | undefined,
  ): Promise<void> {
    await this.#run(
      next
        ? ['update-ref', ref, next, expected ?? NO_OBJECT]
        : ['update-ref', '-d', ref, expected ?? ''],
    );
    if (next) {
      this.#refs.set(ref, next);
    } else {
      this.#refs.delete(ref);
    }
  }

  /** The commit that a branch, a tag, a full ref or an id stands for. */
  async resolve(name: string): Promise<string | undefined> {
    const known =
      this.branch(name) ??
      this.#refs.get(`refs/${name}`) ??
      this.#refs.get(name);
    if (known) {
      return known;
    }
    if (!/^[0-9a-f]{7,40}$/.test(name)) {
      return this.#refs.get(`refs/tags/${name}`);
    }
    const { code, stdout } = await this.#run(
      ['rev-parse', '--verify', '--quiet', `${name}^{commit}`],
      { allowed: [1, 128] },
    );
    return code === 0 ? lines(stdout)[0] : undefined;
  }

  /** What the names stand for (`<id>`, `<id>:<path>`), `undefined` for what is not there. */
  async objects(names: string[]): Promise<(GitObject | undefined)[]> {
    if (names.length === 0) {
      return [];
    }
    const isSafe = (name: string) => !/[\n\0]/.test(name);
    const { stdout } = await this.#run(['cat-file', '--batch'], {
      input: names.map(name => `${isSafe(name) ? name : NO_OBJECT}\n`).join(''),
    });
    return parseObjects(stdout);
  }

  async object(name: string): Promise<GitObject | undefined> {
    const [object] = await this.objects([name]);
    return object;
  }

  async commit(sha: string): Promise<GitCommit | undefined> {
    const object = await this.object(sha);
    return object?.type === 'commit' ? parseCommit(object) : undefined;
  }

  async writeBlob(content: Buffer): Promise<string> {
    const { stdout } = await this.#run(['hash-object', '-w', '--stdin'], {
      input: content,
    });
    return lines(stdout)[0];
  }

  /** Entries of a tree; with `recursive` also those of the trees in it. */
  async tree(sha: string, recursive = false): Promise<TreeEntry[]> {
    const { stdout } = await this.#run([
      'ls-tree',
      '-z',
      '-l',
      ...(recursive ? ['-r', '-t'] : []),
      sha,
    ]);
    return stdout
      .toString()
      .split('\0')
      .filter(Boolean)
      .map(line => {
        const [facts, path] = line.split('\t');
        const [mode, type, id, size] = facts.split(/ +/);
        return {
          mode,
          type: type as TreeEntry['type'],
          sha: id,
          ...(size !== '-' && { size: Number(size) }),
          path,
        };
      });
  }

  /** A tree that is another one but for these files. */
  async writeTree(
    base: string | undefined,
    changes: TreeChange[],
  ): Promise<string> {
    this.#indexes += 1;
    const environment = {
      GIT_INDEX_FILE: join(this.#parent, `index-${this.#indexes}`),
    };
    if (base) {
      await this.#run(['read-tree', base], { environment });
    }
    const input = changes
      .map(({ path, mode = '100644', sha }) =>
        sha ? `${mode} ${sha}\t${path}\0` : `0 ${NO_OBJECT}\t${path}\0`,
      )
      .join('');
    await this.#run(['update-index', '-z', '--index-info'], {
      input,
      environment,
    });
    const { stdout } = await this.#run(['write-tree'], { environment });
    await rm(environment.GIT_INDEX_FILE, { force: true });
    return lines(stdout)[0];
  }

  async writeCommit(commit: {
    tree: string;
    parents: string[];
    message: string;
    author: Signature;
    committer: Signature;
  }): Promise<string> {
    const { tree, parents, message, author, committer } = commit;
    const { stdout } = await this.#run(
      ['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])],
      {
        input: message,
        environment: signatureEnvironment(author, committer),
      },
    );
    return lines(stdout)[0];
  }

  /** The tree that a merge gives, or the paths that stand against each other. */
  async mergeTrees(one: string, other: string): Promise<MergedTree> {
    const { code, stdout } = await this.#run(
      ['merge-tree', '--write-tree', '--name-only', '-z', one, other],
      { allowed: [1] },
    );
    const [tree, ...names] = stdout.toString().split('\0');
    return code === 0
      ? { tree }
      : { conflicts: [...new Set(names.slice(0, names.indexOf('')))] };
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    const { stdout } = await this.#run(['merge-base', one, other], {
      allowed: [1],
    });
    return lines(stdout)[0];
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    const { code } = await this.#run(
      ['merge-base', '--is-ancestor', ancestor, descendant],
      { allowed: [1] },
    );
    return code === 0;
  }

  /** Commits that can be reached from the first and not from the others, newest first. */
  async log(
    from: string,
    options: {
      not?: string[];
      path?: string;
      skip?: number;
      limit?: number;
    } = {},
  ): Promise<GitCommit[]> {
    const { not = [], path, skip = 0, limit } = options;
    const { stdout } = await this.#run([
      'rev-list',
      `--skip=${skip}`,
      ...(limit === undefined ? [] : [`--max-count=${limit}`]),
      from,
      ...not.map(sha => `^${sha}`),
      '--',
      ...(path ? [path] : []),
    ]);
    const objects = await this.objects(lines(stdout));
    return objects.flatMap(object => (object ? [parseCommit(object)] : []));
  }

  diff(from: string, to: string): Promise<FileDiff[]> {
    return diffFiles(this.directory, from, to);
  }

  #run(args: string[], options?: Parameters<typeof runGit>[2]) {
    return runGit(this.directory, args, options);
  }
}

function lines(text: Buffer): string[] {
  return text.toString().split('\n').filter(Boolean);
}
