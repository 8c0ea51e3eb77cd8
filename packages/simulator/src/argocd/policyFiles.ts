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

import { posix } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { GitRepository } from '../github/git/GitRepository';
import { mergeLayers } from '../kubernetes/policies/mergeLayers';
import type { FleetPoliciesValues, Manifest } from '../model/policyStory';
import type { Cluster } from '../model/types';
import { listFiles } from './listFiles';

/** What the repository wants of the policies of a cluster. */
export interface WantedPolicies {
  /** Another one whenever a file is that counts for the cluster. */
  digest: string;
  exceptions: Manifest[];
  /** Absent where no layer says anything of the cluster. */
  values?: FleetPoliciesValues;
  /** Why a file cannot be used. */
  problem?: string;
}

const FOLDERS = ['charts', 'exceptions', 'policies'];
const YAML = /\.ya?ml$/;

/** The exceptions and the layers of values at one commit. */
export class PolicyFiles {
  readonly #files: ReadonlyMap<string, { sha: string; text: string }>;

  static async read(
    git: GitRepository,
    revision: string,
  ): Promise<PolicyFiles> {
    const entries = (await listFiles(git, revision, FOLDERS)).filter(
      ({ path }) => YAML.test(path),
    );
    const blobs = await git.objects(entries.map(({ sha }) => sha));
    return new PolicyFiles(
      new Map(
        entries.map(({ path, sha }, index) => [
          path,
          { sha, text: blobs[index]?.content.toString() ?? '' },
        ]),
      ),
    );
  }

  private constructor(
    files: ReadonlyMap<string, { sha: string; text: string }>,
  ) {
    this.#files = files;
  }

  of({ accountId, region, name, tags }: Cluster): WantedPolicies | undefined {
    const environment = tags.environment ?? 'other';
    const folders = [
      environment,
      name,
      `${environment}/${accountId}/${region}/${name}`,
    ].map(folder => `exceptions/${folder}`);
    const exceptionPaths = [...this.#files.keys()].filter(path =>
      folders.includes(posix.dirname(path)),
    );
    const layerPaths = [
      'charts/fleet-policies/values.yaml',
      'policies/default.yaml',
      `policies/environments/${environment}.yaml`,
      `policies/tenants/${tags.tenant ?? 'none'}.yaml`,
      `policies/clusters/${accountId}/${region}/${name}.yaml`,
    ].filter(path => this.#files.has(path));
    const paths = [...exceptionPaths, ...layerPaths];
    if (paths.length === 0) {
      return undefined;
    }
    const digest = paths
      .map(path => `${path}@${this.#files.get(path)!.sha}`)
      .join(' ');
    try {
      return {
        digest,
        exceptions: exceptionPaths.flatMap(path =>
          this.#usable(path, manifestsOf),
        ),
        ...(layerPaths.length > 0 && {
          values: mergeLayers(
            layerPaths.map(path => this.#usable(path, layerOf)),
          ),
        }),
      };
    } catch (error) {
      return { digest, exceptions: [], problem: (error as Error).message };
    }
  }

  #usable<T>(path: string, read: (text: string) => T): T {
    try {
      return read(this.#files.get(path)!.text);
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`);
    }
  }
}

function manifestsOf(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map(document => {
      if (document.errors.length > 0) {
        throw document.errors[0];
      }
      return document.toJS() as Manifest | null;
    })
    .filter((manifest): manifest is Manifest => manifest !== null)
    .map(manifest => {
      if (!manifest.apiVersion || !manifest.kind || !manifest.metadata?.name) {
        throw new Error('Object has no apiVersion, kind or name');
      }
      return manifest;
    });
}

function layerOf(text: string): FleetPoliciesValues {
  const layer = parse(text) ?? {};
  if (typeof layer !== 'object' || Array.isArray(layer)) {
    throw new Error('a mapping was expected');
  }
  return layer;
}
