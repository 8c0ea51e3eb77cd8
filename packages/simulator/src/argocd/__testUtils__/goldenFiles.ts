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
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const GOLDEN = resolve(
  __dirname,
  '../../../../../plugins/eks-fleet-node/src/gitops/clusterFiles/__fixtures__/golden',
);

/** Versions of add-ons that the catalogue here has, for those of the files. */
const ADDON_VERSIONS: Record<string, string> = {
  'v1.20.1-eksbuild.1': 'v1.20.4-eksbuild.2',
  'v1.12.1-eksbuild.4': 'v1.12.4-eksbuild.1',
  'v1.33.0-eksbuild.2': 'v1.33.9-eksbuild.2',
  'v1.50.0-eksbuild.1': 'v1.54.0-eksbuild.1',
};

/** A file as the portal writes it, with versions that there are here. */
export function goldenFile(name: string): string {
  return Object.entries(ADDON_VERSIONS).reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    readFileSync(resolve(GOLDEN, name), 'utf8'),
  );
}
