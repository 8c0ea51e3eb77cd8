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

import { ConfigReader } from '@backstage/config';
import { fillExceptionPath } from './fillExceptionPath';
import { parseExpiry } from './parseExpiry';
import { readExceptionConfig } from './readExceptionConfig';

const repository = (id: string) => ({
  id,
  url: `https://github.com/acme/${id}`,
  branch: 'main',
});

function read(exceptions: object | undefined, ...repositories: string[]) {
  return readBeside({}, exceptions, ...repositories);
}

function readBeside(
  policies: object,
  exceptions: object | undefined,
  ...repositories: string[]
) {
  return readExceptionConfig(
    new ConfigReader({
      eksFleet: {
        fleetRepositories: repositories.map(repository),
        policies: { ...policies, exceptions },
      },
    } as never),
  );
}

describe('readExceptionConfig', () => {
  it('has what fits most, and the only repository', () => {
    expect(read(undefined, 'fleet')).toEqual({
      repository: expect.objectContaining({ id: 'fleet' }),
      path: 'exceptions/{environment}/{account}/{region}/{cluster}/{name}.yaml',
      valuesPath: 'policies/clusters/{account}/{region}/{cluster}.yaml',
      namespace: 'kyverno',
      maxDays: 90,
      ticket: 'optional',
      approval: 'required',
      approvers: [],
      keepDays: 400,
    });
  });

  it('has no repository where there are several and none is named', () => {
    expect(read({}, 'a', 'b').repository).toBeUndefined();
    expect(read({ repository: 'b' }, 'a', 'b').repository?.id).toBe('b');
  });

  it.each([
    [{ repository: 'x' }, 'exceptions.repository: "x" is none of'],
    [{ maxDays: 0 }, 'exceptions.maxDays: 0 is not between'],
    [{ maxDays: 1.5 }, 'exceptions.maxDays: 1.5'],
    [{ keepDays: 0 }, 'exceptions.keepDays: 0 is no whole number'],
    [
      { approvers: ['component:default/web'] },
      'exceptions.approvers: "component:default/web" is no group',
    ],
    [{ ticket: 'yes' }, 'exceptions.ticket: "yes" is none of'],
    [{ approval: 'none' }, 'exceptions.approval: "none" is none of'],
    [{ namespace: 'Kyverno' }, 'exceptions.namespace: "Kyverno"'],
    [{ path: 'x/{cluster}.yaml' }, 'exceptions.path: must have {account}'],
    [
      { path: '{account}/{region}/{cluster}/{name}/{team}.yaml' },
      'exceptions.path: {team} stands for nothing',
    ],
    [
      { path: '../{account}/{region}/{cluster}/{name}.yaml' },
      'exceptions.path: must be a path below',
    ],
    [
      { path: '{account}/{region}/{cluster}/{name}' },
      'exceptions.path: must be a path of',
    ],
    [
      { valuesPath: '{account}/{cluster}.yaml' },
      'exceptions.valuesPath: must have {region}',
    ],
  ])('refuses %j', (exceptions, message) => {
    expect(() => read(exceptions, 'fleet')).toThrow(
      `eksFleet.policies.${message}`,
    );
  });
});

it('knows those who are told by their whole names', () => {
  expect(
    read({ approvers: ['security', 'user:ada'] }, 'fleet').approvers,
  ).toEqual(['group:default/security', 'user:default/ada']);
});

describe('the path of values', () => {
  const layers = (repositoryId: string, ...paths: string[]) => ({
    layers: { repository: repositoryId, ...(paths.length && { paths }) },
  });
  const own = 'fleet/{account}/{region}/{cluster}/values.yaml';

  it.each<[string, object, object]>([
    ['is that of the layers by default', layers('fleet'), {}],
    [
      'may be one of theirs',
      layers('fleet', 'a.yaml', own),
      { valuesPath: own },
    ],
    [
      'may call the label of the environment by its name',
      layers('fleet', '{label.environment}/{account}/{region}/{cluster}.yaml'),
      { valuesPath: '{environment}/{account}/{region}/{cluster}.yaml' },
    ],
    [
      'may be another one in another repository',
      layers('other', 'a.yaml'),
      { repository: 'fleet' },
    ],
  ])('%s', (_, policies, exceptions) => {
    expect(() =>
      readBeside(
        policies,
        { repository: 'fleet', ...exceptions },
        'fleet',
        'other',
      ),
    ).not.toThrow();
  });

  it.each<[string, object, object]>([
    ['by default', layers('fleet', 'a.yaml', own), {}],
    ['as it is configured', layers('fleet'), { valuesPath: own }],
  ])('is refused where no layer is read, %s', (_, policies, exceptions) => {
    expect(() => readBeside(policies, exceptions, 'fleet')).toThrow(
      /^eksFleet\.policies\.exceptions\.valuesPath: ".*" is none of eksFleet\.policies\.layers\.paths/,
    );
  });
});

it('makes each value one part of a path', () => {
  expect(
    fillExceptionPath('e/{environment}/{account}/{cluster}/{name}.yaml', {
      environment: '',
      account: '111111111111',
      region: 'eu-west-1',
      cluster: '../orders',
      name: 'x',
    }),
  ).toMatch(/^e\/none\/111111111111\/orders-[0-9a-f]{8}\/x\.yaml$/);
});

describe('parseExpiry', () => {
  const now = new Date('2026-11-23T12:00:00Z');

  it.each([
    ['2027-01-31', '2027-01-31T23:59:59Z'],
    ['2026-12-01T10:00:00+02:00', '2026-12-01T08:00:00Z'],
    ['2026-12-01T10:00:00.900Z', '2026-12-01T10:00:00Z'],
    ['2027-02-21', '2027-02-21T23:59:59Z'],
  ])('%s ends %s', (text, expiresAt) => {
    expect(parseExpiry(text, { maxDays: 90, now })).toEqual({ expiresAt });
  });

  it.each([
    [undefined, 'is missing'],
    ['2027-02-22', 'more than 90 days'],
    ['2026-11-22', 'not in the future'],
    ['2026-12-01T10:00', 'neither a day'],
    ['soon', 'neither a day'],
    ['2027-02-30', 'neither a day'],
  ])('%s is refused', (text, problem) => {
    expect(parseExpiry(text, { maxDays: 90, now })).toEqual({
      problem: expect.stringContaining(problem),
    });
  });
});
