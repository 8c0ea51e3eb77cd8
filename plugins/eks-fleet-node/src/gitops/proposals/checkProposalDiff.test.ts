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

import { BOTH } from '../__testUtils__/propose';
import { BILLING, FILES, ORDERS } from '../__testUtils__/startFleetHost';
import type { GitChangedFile } from '../hosts/types';
import type { PresentFile } from './applyChange';
import { checkProposalDiff } from './checkProposalDiff';
import type { ProposedFile } from './types';

const NEW = 'live/new/cluster.yaml';
const FILES_OF_CHANGE: ProposedFile[] = [
  ...BOTH.files,
  { path: NEW, create: 'version: "1.34"\n' },
  { path: 'README.md', remove: true },
];

const DONE: Record<string, string | undefined> = {
  [ORDERS]: FILES[ORDERS].replace('1.33', '1.34'),
  [BILLING]: FILES[BILLING].replace('1.33', '1.34'),
  [NEW]: 'version: "1.34"\n',
  'README.md': undefined,
};

const present = (texts: Record<string, string | undefined>) =>
  new Map<string, PresentFile>(
    Object.entries(texts).map(([path, text]) => [path, { text }]),
  );

function check(
  after: Record<string, string | undefined> = {},
  options: {
    before?: Record<string, string | undefined>;
    files?: GitChangedFile[];
    isTruncated?: boolean;
  } = {},
) {
  const before = { ...FILES, ...options.before };
  const texts = { ...DONE, ...after };
  const changed = Object.keys({ ...before, ...texts }).filter(
    path => (before as Record<string, string>)[path] !== texts[path],
  );
  return checkProposalDiff(
    { files: FILES_OF_CHANGE },
    {
      head: 'h',
      mergeBase: 'm',
      before: present(before),
      after: present(texts),
      files: [
        ...changed.map(path => ({ path, status: 'modified' as const })),
        ...(options.files ?? []),
      ],
      isTruncated: options.isTruncated ?? false,
    },
  ).findings.map(({ message }) => message);
}

describe('checkProposalDiff', () => {
  it('finds nothing where it is the proposed change', () => {
    expect(check()).toEqual([]);
  });

  it('finds nothing where the base has part of it already', () => {
    expect(check({}, { before: { [ORDERS]: DONE[ORDERS] } })).toEqual([]);
  });

  it.each<[string, Parameters<typeof check>, string]>([
    [
      'another file',
      [{}, { files: [{ path: 'x.tf', status: 'added' }] }],
      'x.tf is no part of the proposal',
    ],
    [
      'a file that is renamed into the proposal',
      [
        {},
        {
          files: [
            { path: ORDERS, previousPath: 'old.json', status: 'renamed' },
          ],
        },
      ],
      'old.json is no part of the proposal',
    ],
    [
      'another field',
      [{ [ORDERS]: DONE[ORDERS]!.replace('"orders"', '"x"') }],
      `${ORDERS} has other values than proposed at /name`,
    ],
    [
      'another value of the field',
      [{ [ORDERS]: DONE[ORDERS]!.replace('1.34', '1.35') }],
      `${ORDERS} has other values than proposed at /kubernetes_version`,
    ],
    [
      'a field besides',
      [{ [BILLING]: `${DONE[BILLING]}deletion_protection = false\n` }],
      `${BILLING} has other values than proposed at /deletion_protection`,
    ],
    [
      'a comment',
      [{ [BILLING]: DONE[BILLING]!.replace('ask first', 'do not ask') }],
      `${BILLING} has another text than proposed`,
    ],
    [
      'a text that is not understood',
      [{ [BILLING]: `${DONE[BILLING]}x = file("y")\n` }],
      `${BILLING} has another text than proposed`,
    ],
    [
      'a change that was taken back',
      [{ [BILLING]: FILES[BILLING] }],
      `${BILLING} is not changed as proposed`,
    ],
    [
      'another base value',
      [{}, { before: { [BILLING]: FILES[BILLING].replace('1.33', '1.32') } }],
      `${BILLING}: /kubernetes_version is the text "1.32" now, not the text "1.33"`,
    ],
    [
      'another new file',
      [{ [NEW]: 'version: "1.35"\n' }],
      `${NEW} has other values than proposed at /version`,
    ],
    [
      'a file that stays',
      [{ 'README.md': 'x' }],
      'README.md has another text than proposed',
    ],
    [
      'more than is shown',
      [{}, { isTruncated: true }],
      'There are more files than the Git host shows',
    ],
  ])('finds %s', (_, parameters, message) => {
    expect(check(...parameters)).toEqual([message]);
  });
});
