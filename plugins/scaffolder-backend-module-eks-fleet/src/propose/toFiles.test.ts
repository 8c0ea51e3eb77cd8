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

import { MOST_BYTES_PER_FILE } from './limits';
import { toFiles } from './toFiles';
import type { ProposeInput } from './types';

const files = (
  input: Partial<ProposeInput>,
  written: Array<{ path: string; text: string }> = [],
) => toFiles({ repository: 'fleet', name: 'n', title: 't', ...input }, written);
const WRITTEN = [{ path: 'a.yaml', text: 'a: 1\n' }];
const EDIT = { pointer: '/a', from: 1, to: 2 };

describe('toFiles', () => {
  it.each<[string, Partial<ProposeInput>, string]>([
    ['the root by default', {}, 'a.yaml'],
    ['the root', { targetPath: '.' }, 'a.yaml'],
    ['the root, said at length', { targetPath: './' }, 'a.yaml'],
    ['a folder', { targetPath: 'teams/orders/' }, 'teams/orders/a.yaml'],
    ['a folder, said at length', { targetPath: './teams' }, 'teams/a.yaml'],
  ])('puts what steps wrote below %s', (_, input, path) => {
    expect(files(input, WRITTEN)).toEqual([{ path, create: 'a: 1\n' }]);
  });

  it('lets files take the place of others only where that is said', () => {
    const input = { files: [{ path: 'b', content: '$' + '{{ x }}' }] };

    expect(files(input)).toEqual([{ path: 'b', create: '$' + '{{ x }}' }]);
    expect(files({ ...input, replaceExisting: true }, WRITTEN)).toEqual([
      { path: 'a.yaml', write: 'a: 1\n' },
      { path: 'b', write: '$' + '{{ x }}' },
    ]);
  });

  it('takes deletions and edits of each kind', () => {
    const input: Partial<ProposeInput> = {
      deletions: ['gone.yaml'],
      edits: [
        { path: 'a.json', fields: [EDIT] },
        { path: 'b.yaml', values: [{ pointer: '/b', to: [1] }] },
        { path: 'c.yaml', entries: [{ pointer: '/c', add: { d: 1 } }] },
        { path: 'd.yaml', entries: [{ pointer: '/c', remove: { d: 1 } }] },
      ],
    };

    expect(files(input)).toEqual([
      { path: 'gone.yaml', remove: true },
      { path: 'a.json', edits: [EDIT] },
      { path: 'b.yaml', values: [{ pointer: '/b', to: [1] }] },
      { path: 'c.yaml', entries: [{ pointer: '/c', add: { d: 1 } }] },
      { path: 'd.yaml', entries: [{ pointer: '/c', remove: { d: 1 } }] },
    ]);
  });

  it.each<[string, Partial<ProposeInput>, string]>([
    ['nothing', {}, 'There is nothing to propose'],
    [
      'a path that leads elsewhere',
      { files: [{ path: '../x', content: '' }] },
      'files[0].path: "../x"',
    ],
    ['a deletion of Git itself', { deletions: ['.git/HEAD'] }, 'deletions[0]'],
    [
      'a folder that leads elsewhere',
      { targetPath: '../x', files: [] },
      'targetPath: "../x"',
    ],
    [
      'a file twice',
      { files: [{ path: 'x', content: '' }], deletions: ['./x'] },
      'x is there twice',
    ],
    [
      'edits of two kinds',
      { edits: [{ path: 'x.yaml', fields: [EDIT], values: [EDIT] }] },
      'edits[0]: needs one of',
    ],
    [
      'edits of no kind',
      { edits: [{ path: 'x.yaml' }] },
      'edits[0]: needs one',
    ],
    [
      'an entry that comes and goes',
      {
        edits: [
          { path: 'x.yaml', entries: [{ pointer: '/a', add: {}, remove: {} }] },
        ],
      },
      'edits[0].entries[0]: needs one of',
    ],
    [
      'a file that is too large',
      {
        files: [
          { path: 'x', content: 'é'.repeat(MOST_BYTES_PER_FILE / 2 + 1) },
        ],
      },
      `x has ${MOST_BYTES_PER_FILE + 2} bytes`,
    ],
    [
      'too much together',
      {
        files: Array.from({ length: 9 }, (_, index) => ({
          path: `x${index}`,
          content: 'x'.repeat(MOST_BYTES_PER_FILE),
        })),
      },
      'bytes together',
    ],
    [
      'too many files',
      { deletions: Array.from({ length: 81 }, (_, index) => `x${index}`) },
      'There are 81 files',
    ],
    [
      'what is no text',
      { files: [{ path: 'x', content: '\0' }] },
      'x is no text',
    ],
    [
      'half a character',
      { files: [{ path: 'x', content: '\ud83d' }] },
      'x is no text',
    ],
  ])('refuses %s', (_, input, message) => {
    expect(() => files(input)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });
});
