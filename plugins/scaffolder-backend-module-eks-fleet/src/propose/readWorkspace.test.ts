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

import { createMockDirectory } from '@backstage/backend-test-utils';
import { symlink } from 'node:fs/promises';
import { MOST_BYTES_PER_FILE } from './limits';
import { readWorkspace } from './readWorkspace';

describe('readWorkspace', () => {
  const outside = createMockDirectory({ content: { secret: 'token' } });
  const workspace = createMockDirectory();
  const read = (sourcePath: string) =>
    readWorkspace(workspace.path, sourcePath);

  it('reads all files below a folder in the order of their paths', async () => {
    workspace.setContent({
      'proposal/b/c.yaml': 'c: 1\n',
      'proposal/a.yaml': '\ufeffa: 1\n',
      'proposal/.hidden': 'h',
      'other.yaml': 'o',
    });

    expect(await read('./proposal')).toEqual([
      { path: '.hidden', text: 'h' },
      { path: 'a.yaml', text: '\ufeffa: 1\n' },
      { path: 'b/c.yaml', text: 'c: 1\n' },
    ]);
  });

  it('leaves out what a dry run of a step before noted', async () => {
    workspace.setContent({ '.eks-fleet/fleet/n.diff': 'd', a: 'a' });

    expect(await read('.')).toEqual([{ path: 'a', text: 'a' }]);
  });

  it('follows no links', async () => {
    workspace.setContent({ 'proposal/a.yaml': 'a' });
    await symlink(
      outside.resolve('secret'),
      workspace.resolve('proposal/stolen'),
    );
    await expect(read('proposal')).rejects.toThrow('stolen in the workspace');

    workspace.setContent({});
    await symlink(outside.path, workspace.resolve('proposal'));
    await expect(read('proposal')).rejects.toThrow(
      'leads out of the workspace',
    );
  });

  it.each([
    ['../other', 'leads out of the workspace'],
    ['/etc', 'leads out of the workspace'],
    ['nowhere', 'there is no folder nowhere'],
    ['a.yaml', 'there is no folder a.yaml'],
  ])('refuses the folder %s', async (path, message) => {
    workspace.setContent({ 'a.yaml': 'a' });
    await expect(read(path)).rejects.toThrow(message);
  });

  it('refuses what is no text, too large or too much', async () => {
    workspace.setContent({ 'p/a.png': Buffer.from([0xff, 0xd8, 0xff]) });
    await expect(read('p')).rejects.toThrow('a.png is no text in UTF-8');

    workspace.setContent({ 'p/a': 'x'.repeat(MOST_BYTES_PER_FILE) });
    expect((await read('p'))[0].text).toHaveLength(MOST_BYTES_PER_FILE);

    workspace.setContent({ 'p/a': 'x'.repeat(MOST_BYTES_PER_FILE + 1) });
    await expect(read('p')).rejects.toThrow('a has more than 262144 bytes');

    workspace.setContent({
      p: Object.fromEntries(
        Array.from({ length: 81 }, (_, index) => [`f${index}`, 'x']),
      ),
    });
    await expect(read('p')).rejects.toThrow('more than 80 files');
  });
});
