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

import { aRollout } from '../__testUtils__/rollouts';
import {
  formatRolloutView,
  groupRollouts,
  isFiltered,
  parseRolloutView,
  toRolloutQuery,
} from './rolloutView';

const ADDRESS =
  'lifecycle=running&lifecycle=paused&environment=prod&q=autumn&mine=1';

describe('a view of rollouts', () => {
  it('is the same after a way through the URL', () => {
    const view = parseRolloutView(new URLSearchParams(ADDRESS));
    expect(formatRolloutView(view).toString()).toBe(ADDRESS);
  });

  it('leaves out what is unknown, empty or the default', () => {
    const view = parseRolloutView(
      new URLSearchParams('colour=red&lifecycle=&mine=0'),
    );
    expect(view).toEqual({ text: '', filter: {}, mine: false });
    expect(isFiltered(view)).toBe(false);
    expect(formatRolloutView(view).toString()).toBe('');
  });

  it('asks for what waits for the reader or a group of theirs', () => {
    const view = parseRolloutView(new URLSearchParams(ADDRESS));
    expect(
      toRolloutQuery(view, ['user:default/pat', 'group:default/a']),
    ).toEqual({
      filter: {
        lifecycle: ['running', 'paused'],
        environment: ['prod'],
        waitsFor: ['user:default/pat', 'group:default/a'],
      },
      fullTextFilterTerm: 'autumn',
    });
  });
});

it('groups rollouts by what they are at and keeps their order', () => {
  const rollouts = (
    ['done', 'draft', 'running', 'cancelled', 'planned', 'paused'] as const
  ).map(lifecycle => aRollout({ id: lifecycle, lifecycle }));
  expect(
    groupRollouts(rollouts).map(({ group, rollouts: of }) => [
      group,
      of.map(({ id }) => id),
    ]),
  ).toEqual([
    ['moving', ['running', 'paused']],
    ['planned', ['draft', 'planned']],
    ['ended', ['done', 'cancelled']],
  ]);
});
