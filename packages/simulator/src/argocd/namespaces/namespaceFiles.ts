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
import type { Manifest } from '../../model/policyStory';
import type { FleetFile } from '../listFiles';
import type { Seen } from '../Application';
import { generating, readManifests } from '../manifests/readManifests';

/** A folder of a namespace, as its path names it. */
export interface NamespacePlace {
  /** From the root of the repository. */
  folder: string;
  team: string;
  environment: string;
  accountId: string;
  region: string;
  cluster: string;
  namespace: string;
}

/** A file of a namespace's folder. */
export type NamespaceFileName = 'namespace.yaml' | 'project.yaml';

const PART = '([^/]+)';
const FILE = new RegExp(
  `^(namespaces/${PART}/${PART}/(\\d{12})/${PART}/${PART}/${PART})/(namespace|project)\\.yaml$`,
);
const LIFECYCLE = 'eks-fleet.io/lifecycle';

/** Folders of namespaces, each with the files that are in it. */
export function namespaceFolders(
  files: readonly FleetFile[],
): { place: NamespacePlace; files: Map<NamespaceFileName, string> }[] {
  const folders = new Map<
    string,
    { place: NamespacePlace; files: Map<NamespaceFileName, string> }
  >();
  for (const { path, sha } of files) {
    const match = FILE.exec(path);
    if (match) {
      const [
        ,
        folder,
        team,
        environment,
        accountId,
        region,
        cluster,
        namespace,
        file,
      ] = match;
      const known = folders.get(folder) ?? {
        place: {
          folder,
          team,
          environment,
          accountId,
          region,
          cluster,
          namespace,
        },
        files: new Map<NamespaceFileName, string>(),
      };
      known.files.set(`${file}.yaml` as NamespaceFileName, sha);
      folders.set(folder, known);
    }
  }
  return [...folders.values()];
}

/** What a file of a namespace wants, or why it cannot be used. */
export function readNamespaceFile(
  text: string,
  file: NamespaceFileName,
): Pick<Seen<Manifest[]>, 'isDeleting' | 'problem' | 'wanted'> {
  try {
    const wanted = readManifests(text, file);
    return {
      wanted,
      isDeleting: wanted.some(
        ({ kind, metadata }) =>
          kind === 'Namespace' &&
          metadata.annotations?.[LIFECYCLE] === 'deleting',
      ),
    };
  } catch (error) {
    return { wanted: undefined, problem: (error as Error).message };
  }
}

/** What is left to be seen where a file is gone, of a folder that may be there. */
export function goneFile(
  { folder }: NamespacePlace,
  isFolderThere: boolean,
): Pick<Seen<Manifest[]>, 'blob' | 'isGone' | 'problem' | 'wanted'> {
  return {
    blob: undefined,
    wanted: undefined,
    isGone: true,
    ...(!isFolderThere && {
      problem: generating(`${folder}: app path does not exist`).message,
    }),
  };
}
