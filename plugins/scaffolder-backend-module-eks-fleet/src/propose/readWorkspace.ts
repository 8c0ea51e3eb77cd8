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

import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { MOST_BYTES_PER_FILE, MOST_FILES } from './limits';

/** Where a dry run leaves what it would propose; no part of any proposal. */
export const NOTES = '.eks-fleet';

/**
 * Reads all files below a folder of a step's workspace, in the order of their
 * paths, which are below that folder.
 *
 * @throws InputError for links, for what is no text in UTF-8, and for too much
 */
export async function readWorkspace(
  workspacePath: string,
  sourcePath: string,
): Promise<Array<{ path: string; text: string }>> {
  const root = resolveIn(workspacePath, sourcePath);
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new InputError(
      `sourcePath: there is no folder ${sourcePath} in the workspace; a step before has to write it`,
    );
  }
  const paths = await listFiles(await realpath(root), '');
  const files = [];
  for (const path of paths) {
    files.push({ path, text: await readText(root, path) });
  }
  return files;
}

function resolveIn(workspacePath: string, sourcePath: string): string {
  try {
    return resolveSafeChildPath(workspacePath, sourcePath);
  } catch (error) {
    throw new InputError(
      `sourcePath: ${sourcePath} leads out of the workspace`,
    );
  }
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      paths.push(...(path === NOTES ? [] : await listFiles(root, path)));
    } else if (entry.isFile()) {
      paths.push(path);
    } else {
      throw new InputError(
        `${path} in the workspace is a link or the like, which is not proposed`,
      );
    }
    if (paths.length > MOST_FILES) {
      throw new InputError(
        `sourcePath: the folder has more than ${MOST_FILES} files; propose fewer`,
      );
    }
  }
  return paths;
}

async function readText(root: string, path: string): Promise<string> {
  const handle = await open(join(root, path));
  try {
    // One more tells that it is too long, and a file that is written to meanwhile cannot grow past it.
    const buffer = Buffer.alloc(MOST_BYTES_PER_FILE + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(
        buffer,
        length,
        buffer.length - length,
      );
      length += bytesRead;
      if (!bytesRead || length === buffer.length) {
        break;
      }
    }
    return decode(path, buffer.subarray(0, length));
  } finally {
    await handle.close();
  }
}

function decode(path: string, bytes: Buffer): string {
  if (bytes.length > MOST_BYTES_PER_FILE) {
    throw new InputError(
      `${path} has more than ${MOST_BYTES_PER_FILE} bytes, which is not proposed`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new InputError(`${path} is no text in UTF-8, which is not proposed`);
  }
}
