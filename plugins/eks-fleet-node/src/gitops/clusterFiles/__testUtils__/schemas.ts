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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { isMap } from '../fieldPairs';
import type { FileDocument } from '../types';

const SCHEMAS = resolve(__dirname, '../../../../../../gitops/schemas');
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
const compiled = new Map<string, ValidateFunction>();

/** What our strict schema of a document's kind and version has against it. */
export function againstSchema(document: FileDocument): string[] {
  return againstSchemaFile(fileOf(document), document);
}

/** What one of our strict schemas has against a document. */
export function againstSchemaFile(
  file: string,
  document: FileDocument,
): string[] {
  return check(`${SCHEMAS}/${file}`, document, path =>
    JSON.parse(readFileSync(path, 'utf8')),
  );
}

/** The file of a kind and version, as `kubeconform -schema-location` finds it. */
function fileOf({ apiVersion, kind }: FileDocument): string {
  if (apiVersion === undefined) {
    return 'terraform/cluster.auto.tfvars.json';
  }
  const [version, group = 'core'] = String(apiVersion).split('/').reverse();
  return `${group}/${String(kind).toLowerCase()}_${version}.json`;
}

/** Where `.ci/chart-tools` puts CustomResourceDefinitions. */
const CRDS =
  process.env.EKS_FLEET_CRDS ?? resolve(homedir(), '.cache/eks-fleet/crds');

/** Whether there is the definition of any kind of a group. */
export function hasCrds(group: string): boolean {
  return crdFiles(group).length > 0;
}

/** What the tool's own definition has against a document; `undefined` where there is none. */
export function againstCrd(document: FileDocument): string[] | undefined {
  const [group, version] = String(document.apiVersion).split('/');
  for (const path of crdFiles(group)) {
    const { spec } = readCrd(path);
    const served = spec.versions.find((each: any) => each.name === version);
    if (spec.names.kind === document.kind && served) {
      return check(`${path}#${version}`, document, () =>
        closed(served.schema.openAPIV3Schema),
      );
    }
  }
  return undefined;
}

const crds = new Map<string, any>();

/** Some are long. */
function readCrd(path: string): any {
  if (!crds.has(path)) {
    crds.set(path, parse(readFileSync(path, 'utf8')));
  }
  return crds.get(path);
}

function crdFiles(group: string): string[] {
  return existsSync(CRDS)
    ? readdirSync(CRDS)
        .filter(name => name.startsWith(`${group}_`))
        .map(name => resolve(CRDS, name))
    : [];
}

function check(
  key: string,
  document: FileDocument,
  read: (path: string) => object,
): string[] {
  const { kind } = document;
  const validate = compiled.get(key) ?? ajv.compile(read(key));
  compiled.set(key, validate);
  return validate(document)
    ? []
    : validate.errors!.map(
        ({ instancePath, message, params }) =>
          `${kind} ${instancePath} ${message} ${JSON.stringify(params)}`,
      );
}

/** An API server drops fields that it does not know; here they are wrong. */
function closed(schema: any, isRoot = true): any {
  if (!isMap(schema)) {
    return schema;
  }
  const { items, properties } = schema;
  const isOpen =
    isRoot ||
    schema['x-kubernetes-preserve-unknown-fields'] ||
    schema.additionalProperties !== undefined;
  const own = isRoot ? { ...(properties as object), metadata: {} } : properties;
  return {
    ...schema,
    ...(isMap(own) && {
      properties: Object.fromEntries(
        Object.entries(own).map(([name, each]) => [name, closed(each, false)]),
      ),
      ...(!isOpen && { additionalProperties: false }),
    }),
    ...(items !== undefined && { items: closed(items, false) }),
  };
}
