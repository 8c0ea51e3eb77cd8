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

import { resolve } from 'node:path';
import { readGolden } from '../clusterFiles/__testUtils__/golden';
import { againstSchemaFile } from '../clusterFiles/__testUtils__/schemas';
import type { FileDocument } from '../clusterFiles/types';
import { parseFile } from '../edits/editText';
import { applyChange } from '../proposals/applyChange';
import {
  CHART,
  checked,
  contextOf,
  EVERYWHERE,
} from './__testUtils__/applicationCases';
import {
  changeApplication,
  parseApplication,
  removeApplication,
  renderApplication,
} from './applicationFiles';

const FOLDER = resolve(__dirname, '__fixtures__/golden');
const SCHEMA = 'eks-fleet/application.json';
const CONTEXT = contextOf(EVERYWHERE);
const NEXT = { ...CONTEXT, requestId: 'd4e5f6' };
const [FILE] = renderApplication(EVERYWHERE, CONTEXT);

const NEWER = checked({
  ...EVERYWHERE,
  source: { ...EVERYWHERE.source, targetRevision: 'v1.5.0' },
  promotedFrom: { environment: 'stage', targetRevision: 'v1.5.0' },
});

describe.each([
  ['everywhere', EVERYWHERE],
  ['chart', CHART],
])('the file of an application, %s', (title, spec) => {
  const context = contextOf(spec);
  const files = renderApplication(spec, context);
  const [{ path, text }] = files;
  const [entry] = parseFile(path, text).documents as FileDocument[];

  it('is as it was looked at', () => {
    expect(path).toBe(context.path);
    expect(text).toBe(readGolden(`${title}.yaml`, text, FOLDER));
  });

  it('says all of it', () => {
    expect(parseApplication(files, context)).toMatchObject({
      spec,
      requestId: 'a1b2c3',
      problems: [],
      deviations: [],
    });
  });

  it('has no field but those of the strict schema', () => {
    expect(againstSchemaFile(SCHEMA, entry)).toEqual([]);
    expect(
      againstSchemaFile(SCHEMA, { ...entry, project: 'default' }),
    ).not.toEqual([]);
  });
});

describe('defects of the reference template that these files do not have', () => {
  describe('h: an environment that chooses nothing, and deployments beside Git', () => {
    it('has the environment in the path alone, so that no file says another', () => {
      expect(CONTEXT.path).toBe('applications/payments/checkout/prod.yaml');
      expect(FILE.text).not.toMatch(/^environment:/m);
      const said = `${FILE.text}environment: stage\n`;
      expect(
        parseApplication([{ ...FILE, text: said }], CONTEXT),
      ).toMatchObject({
        spec: { environment: 'prod' },
        deviations: [{ pointer: '/environment', is: 'stage' }],
      });
    });

    it('chooses clusters by name, or all that have the namespace; never the hub by default', () => {
      const clusters = (text: string) =>
        parseFile('a.yaml', text).documents[0] as any;
      expect(clusters(FILE.text).clusters).toEqual([
        { account: '*', region: '*', cluster: '*' },
      ]);
      const none = FILE.text.replace(
        /clusters:\n( {2}.*\n)+/,
        'clusters: []\n',
      );
      expect(
        parseApplication([{ ...FILE, text: none }], CONTEXT),
      ).toMatchObject({
        problems: [{ field: 'clusters' }],
      });
    });

    it('names no project and no address of a cluster that a team could choose', () => {
      expect(FILE.text).not.toMatch(/project|server|destination/);
    });
  });
});

describe('changes of an application', () => {
  const apply = (text: string) =>
    applyChange(
      {
        files: changeApplication(EVERYWHERE, NEWER, [{ ...FILE, text }], NEXT),
      },
      new Map([[FILE.path, { text }]]),
    ).files[0].text!;

  it('edit the values that change, and keep what people wrote', () => {
    const text = FILE.text
      .replace('targetRevision: v1.4.2', 'targetRevision: v1.4.2 # see CHG-7')
      .replace('syncPolicy:', '# asked for by finance\nsyncPolicy:');
    expect(apply(`${text}note: ours\n`)).toBe(
      `${text
        .replace('v1.4.2', 'v1.5.0')
        .replace(
          'a1b2c3',
          'd4e5f6',
        )}note: ours\npromotedFrom:\n  environment: stage\n  targetRevision: v1.5.0\n`,
    );
  });

  it('are none where the same is asked for', () => {
    expect(changeApplication(EVERYWHERE, EVERYWHERE, [FILE], NEXT)).toEqual([]);
  });

  it('are refused where somebody else changed it since', () => {
    expect(() => apply(FILE.text.replace('v1.4.2', 'v1.4.3'))).toThrow(
      'source.targetRevision is "v1.4.3" now, not "v1.4.2"',
    );
  });

  it.each<[string, object]>([
    ['name', { name: 'other' }],
    ['environment', { environment: 'stage' }],
    ['owner', { owner: 'group:default/other' }],
  ])('are refused where they make another one of it by %s', (field, more) => {
    expect(() =>
      changeApplication(EVERYWHERE, { ...EVERYWHERE, ...more }, [FILE], NEXT),
    ).toThrow(
      expect.objectContaining({
        name: 'SpecRefusal',
        problems: [expect.objectContaining({ field })],
      }),
    );
  });

  it('take the file away as it was seen', () => {
    const going = { ...EVERYWHERE, lifecycle: 'deleting' as const };
    const [marked] = renderApplication(going, CONTEXT);
    expect(marked.text).toContain('\nlifecycle: deleting\n');
    expect(removeApplication(going, [marked], CONTEXT)).toEqual([
      { path: FILE.path, remove: true },
    ]);
    expect(() =>
      removeApplication({ ...NEWER, lifecycle: 'deleting' }, [marked], CONTEXT),
    ).toThrow(expect.objectContaining({ reason: 'changedBase' }));
  });

  it('take no file away that has not let go of what runs', () => {
    expect(() => removeApplication(EVERYWHERE, [FILE], CONTEXT)).toThrow(
      expect.objectContaining({
        name: 'SpecRefusal',
        problems: [
          {
            field: 'lifecycle',
            message: 'must be deleting before its file is taken away',
          },
        ],
      }),
    );
  });

  it('are refused of a file of several documents', () => {
    expect(() => apply(`${FILE.text}---\na: b\n`)).toThrow('several entries');
  });
});

describe('hostile texts in an application', () => {
  it.each<[string, (text: string) => object]>([
    ['name', name => ({ name })],
    ['namespace', namespace => ({ namespace })],
    ['environment', environment => ({ environment })],
    ['source.path', path => ({ source: { ...EVERYWHERE.source, path } })],
    [
      'source.targetRevision',
      text => ({ source: { ...EVERYWHERE.source, targetRevision: text } }),
    ],
    ['parameters.a', a => ({ parameters: { a } })],
    [
      'promotedFrom.environment',
      text => ({ promotedFrom: { environment: text, targetRevision: 'v1' } }),
    ],
  ])('are refused in %s by its name', (field, more) => {
    for (const text of [
      '../x\n',
      "a'\n---\nb: c",
      '{{ .x }}',
      '${x}',
      '%{if}',
      'é',
      'a\u2028b',
    ]) {
      expect(() =>
        renderApplication({ ...EVERYWHERE, ...more(text) } as any, CONTEXT),
      ).toThrow(
        expect.objectContaining({
          name: 'SpecRefusal',
          problems: [expect.objectContaining({ field })],
        }),
      );
    }
  });
});
