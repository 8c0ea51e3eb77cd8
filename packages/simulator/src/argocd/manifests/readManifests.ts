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
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../model/policyStory';
import { fieldProblem } from './fieldProblem';
import { findKind } from './kinds';

/**
 * The objects of a file, as Argo CD generates and compares them.
 *
 * @throws an Error in Argo CD's words, where it cannot
 */
export function readManifests(text: string, file: string): Manifest[] {
  const manifests = parseAllDocuments(text)
    .map(document => {
      const [error] = document.errors;
      if (error) {
        const line = text.slice(0, error.pos[0]).split('\n').length;
        throw generating(
          `Failed to unmarshal "${file}": error converting YAML to JSON: yaml: line ${line}: ${
            error.message.split('\n')[0]
          }`,
        );
      }
      return document.toJS() as unknown;
    })
    .filter(value => value !== null && value !== undefined)
    .map(value => manifestOf(value, file));
  for (const manifest of manifests) {
    const fields = findKind(manifest)?.fields;
    const problem = fields && fieldProblem(manifest, fields);
    if (problem) {
      throw new Error(
        `failed to calculate diff: error calculating structured merge diff: error building typed value from config resource: ${problem}`,
      );
    }
  }
  return manifests;
}

function manifestOf(value: unknown, file: string): Manifest {
  const refused = (why: string) =>
    generating(
      `Failed to unmarshal "${file}": ${why} in '${JSON.stringify(value)}'`,
    );
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused('an object was expected');
  }
  const { apiVersion, kind, metadata } = value as Partial<Manifest>;
  if (typeof kind !== 'string' || !kind) {
    throw refused("Object 'Kind' is missing");
  }
  if (typeof apiVersion !== 'string' || !apiVersion) {
    throw refused("Object 'apiVersion' is missing");
  }
  if (typeof metadata?.name !== 'string' || !metadata.name) {
    throw refused("Object 'metadata.name' is missing");
  }
  return value as Manifest;
}

/** What Argo CD's repository server says, as the controller passes it on. */
export function generating(why: string): Error {
  return new Error(
    `failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = ${why}`,
  );
}
