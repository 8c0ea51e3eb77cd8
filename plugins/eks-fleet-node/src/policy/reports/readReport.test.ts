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

import { report, result } from '../__testUtils__/reports';
import { readReport } from './readReport';

const read = (more: Record<string, unknown>, reported: object = {}) =>
  readReport({ ...report('web', [result(more)]), ...reported }).results;

describe('readReport', () => {
  it.each([
    ['pass', {}, 'pass'],
    ['fail', {}, 'fail'],
    ['FAIL', {}, 'fail'],
    ['fail', { scored: false }, 'warn'],
    ['fail', { scored: undefined }, 'fail'],
    ['warn', {}, 'warn'],
    ['error', {}, 'error'],
    ['skip', {}, 'skip'],
    ['skip', { properties: { exceptions: 'a,b' } }, 'exempt'],
    ['pass', { properties: { exceptions: 'a' } }, 'exempt'],
    ['pass', { rule: 'exception' }, 'exempt'],
    ['fail', { properties: { exceptions: 'a' } }, 'fail'],
    ['info', {}, 'skip'],
    [undefined, {}, 'skip'],
  ])('takes %s with %j for %s', (word, more, verdict) => {
    expect(read({ result: word, ...more })[0].verdict).toBe(verdict);
  });

  it.each([
    ['autogen-check', 'check'],
    ['autogen-cronjob-check', 'check'],
    ['', undefined],
    ['require-labels', undefined],
    ['exception', undefined],
  ])('reads rule “%s” as %s', (rule, expected) => {
    expect(read({ rule })[0].rule).toBe(expected);
  });

  it('is of the same rule of a CEL policy, whichever of its expressions fails, and exempt', () => {
    const properties = { 'cel.validationIndex': '2' };
    const [failing] = read({ rule: '', properties, result: 'fail' });
    expect(failing.rule).toBeUndefined();
    expect(failing.properties).toEqual(properties);
    const [exempt] = read({ rule: 'exception', result: 'skip' });
    expect(exempt).toMatchObject({ rule: failing.rule, verdict: 'exempt' });
  });

  it.each([
    ['HIGH', 'high'],
    ['moderate', 'medium'],
    ['', undefined],
    [undefined, undefined],
    ['toString', undefined],
    [{}, undefined],
  ])('reads severity %j as %s', (severity, expected) => {
    expect(read({ severity })[0].severity).toBe(expected);
  });

  it('is on each of the resources, else on what the report is about', () => {
    const pods = ['a', 'b'].map(name => ({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'shop',
      name,
    }));
    expect(
      read({ resources: pods }).map(({ resource }) => resource.name),
    ).toEqual(['a', 'b']);
    expect(read({ resources: [] })[0].resource).toMatchObject({ name: 'web' });
    expect(read({}, { scope: undefined })[0].resource).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'shop',
    });
    expect(
      read({}, { scope: undefined, metadata: { name: 'kube-bench' } })[0]
        .resource,
    ).toEqual({ kind: 'Cluster' });
  });

  it('takes the source of the report where a result has none', () => {
    expect(read({ source: undefined }, { source: 'Falco' })[0].policy).toEqual({
      engine: 'falco',
      kind: 'Rule',
      name: 'require-labels',
    });
  });

  it.each([
    [{ seconds: 1_795_953_600, nanos: 0 }, '2026-11-29T12:00:00.000Z'],
    ['2026-11-29T12:00:00Z', '2026-11-29T12:00:00.000Z'],
    [{ seconds: 'soon' }, undefined],
    [{ seconds: 1e30 }, undefined],
    [undefined, undefined],
  ])('reads the time %j', (timestamp, expected) => {
    expect(read({ timestamp })[0].evaluatedAt).toBe(expected);
  });

  it.each([[undefined], ['results'], [[null, 'text', 7]]])(
    'finds nothing where results are %j',
    results => {
      expect(readReport({ results: results as never }).results).toEqual([]);
    },
  );

  it('keeps no text of what passes', () => {
    const [{ message, properties }] = read({ properties: { note: 'a' } });
    expect([message, properties]).toEqual([undefined, undefined]);
  });
});
