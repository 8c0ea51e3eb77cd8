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

import { runGit } from './runGit';
import type { FileDiff, FileStatus } from './types';

const STATUSES: Record<string, FileStatus> = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
};

/** What changed from one commit or tree to another, file by file. */
export async function diffFiles(
  directory: string,
  from: string,
  to: string,
): Promise<FileDiff[]> {
  const [raw, numbers, patches] = await Promise.all(
    [
      ['--raw', '-z', '--abbrev=40'],
      ['--numstat', '-z'],
      ['--patch', '--src-prefix=a/', '--dst-prefix=b/'],
    ].map(async format => {
      const { stdout } = await runGit(directory, [
        '-c',
        'core.quotePath=false',
        'diff-tree',
        '-r',
        '-M',
        ...format,
        from,
        to,
      ]);
      return stdout.toString();
    }),
  );
  const files = readRaw(raw);
  const counts = readNumbers(numbers);
  const texts = patches.split(/^diff --git .*\n/m).slice(1);
  return files.map((file, index) => {
    const hunks = /^@@[^]*/m.exec(texts[index] ?? '')?.[0];
    return {
      ...file,
      ...counts[index],
      ...(hunks && { patch: hunks.replace(/\n$/, '') }),
    };
  });
}

type RawFile = Pick<FileDiff, 'path' | 'previousPath' | 'status' | 'sha'>;

/** `:100644 100644 <sha> <sha> R095\0old\0new\0`, one after the other. */
function readRaw(text: string): RawFile[] {
  const fields = text.split('\0');
  const files: RawFile[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [, , before, after, letter] = fields[at].split(' ');
    const status = STATUSES[letter[0]] ?? 'modified';
    const isRenamed = status === 'renamed';
    files.push({
      path: fields[at + (isRenamed ? 2 : 1)],
      ...(isRenamed && { previousPath: fields[at + 1] }),
      status,
      sha: status === 'removed' ? before : after,
    });
    at += isRenamed ? 3 : 2;
  }
  return files;
}

/** `12\t3\tpath\0`, or `12\t3\t\0old\0new\0` for what was renamed. */
function readNumbers(
  text: string,
): Pick<FileDiff, 'additions' | 'deletions'>[] {
  return text
    .split('\0')
    .filter(field => /^(\d+|-)\t(\d+|-)\t/.test(field))
    .map(field => {
      const [additions, deletions] = field.split('\t');
      return {
        additions: Number(additions) || 0,
        deletions: Number(deletions) || 0,
      };
    });
}
