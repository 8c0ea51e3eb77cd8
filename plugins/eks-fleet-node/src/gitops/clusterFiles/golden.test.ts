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

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseFile } from '../edits/editText';
import { describeIf } from '../../policy/chart/__testUtils__/describeIf';
import { GOLDEN, readGolden, type GoldenCase } from './__testUtils__/golden';
import { againstCrd, againstSchema, hasCrds } from './__testUtils__/schemas';
import type { FileDocument } from './types';

const KUBECONFORM = spawnSync('kubeconform', ['-v']).status === 0;
const SCHEMAS = resolve(__dirname, '../../../../../gitops/schemas');

function documentsOf({ context, text }: GoldenCase): FileDocument[] {
  return [...parseFile(context.path, text).documents] as FileDocument[];
}

describe.each(GOLDEN)('$file', golden => {
  it('is what the provisioner writes', () => {
    expect(golden.text).toBe(readGolden(golden.file, golden.text));
  });

  it('says the whole bill of materials', () => {
    const { context, provisioner, spec } = golden;
    const text = readGolden(golden.file, golden.text);
    const parsed = provisioner.parse([{ path: context.path, text }], context);
    expect(parsed).toMatchObject({ spec, problems: [], deviations: [] });
  });

  it('has no field but those of the strict schemas', () => {
    const documents = documentsOf(golden);
    expect(documents.flatMap(againstSchema)).toEqual([]);
    const [last] = documents.slice(-1) as any[];
    (last.spec ?? last).surprise = true;
    expect(againstSchema(last)).not.toEqual([]);
  });
});

describe.each<[string, string, string]>([
  ['ack', 'ack-crds', 'eks.services.k8s.aws'],
  ['crossplane-namespaced', 'crossplane-crds', 'eks.aws.m.upbound.io'],
  ['crossplane-cluster-scoped', 'crossplane-crds', 'eks.aws.upbound.io'],
  ['capa', 'capa-crds', 'controlplane.cluster.x-k8s.io'],
])('%s', (folder, need, group) => {
  describeIf(
    need,
    hasCrds(group),
    `files of ${folder}, held to the tool's own definitions`,
    () => {
      it('has nothing that they do not know', () => {
        const files = GOLDEN.filter(({ file }) =>
          file.startsWith(`${folder}/`),
        );
        const known = files
          .flatMap(documentsOf)
          .map(each => againstCrd(each))
          .filter(each => each !== undefined);
        expect(known.length).toBeGreaterThanOrEqual(files.length);
        expect(known.flat()).toEqual([]);
        const [surprised] = files
          .flatMap(documentsOf)
          .filter(each => againstCrd(each) !== undefined) as any[];
        surprised.spec.surprise = true;
        expect(againstCrd(surprised)).toEqual([
          expect.stringContaining('additionalProperty":"surprise"'),
        ]);
      });
    },
  );
});

describeIf('kubeconform', KUBECONFORM, 'golden files, by kubeconform', () => {
  it('finds a schema for each, and each valid', () => {
    const folder = mkdtempSync(join(tmpdir(), 'golden-'));
    try {
      const manifests = GOLDEN.filter(({ file }) => file.endsWith('.yaml'));
      manifests.forEach(({ file, text }) =>
        writeFileSync(join(folder, file.replaceAll('/', '_')), text),
      );
      const printed = execFileSync('kubeconform', [
        '-strict',
        '-output=json',
        '-summary',
        `-schema-location=${SCHEMAS}/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`,
        '-skip=Namespace',
        folder,
      ]);
      const { summary } = JSON.parse(String(printed));
      expect(summary).toMatchObject({ invalid: 0, errors: 0 });
      expect(summary.valid).toBeGreaterThan(manifests.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
