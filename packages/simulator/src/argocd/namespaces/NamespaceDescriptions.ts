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
import type { GitRepository } from '../../github/git/GitRepository';
import type { Manifest } from '../../model/policyStory';
import type { Description } from '../description';
import type { FleetFile } from '../listFiles';
import {
  namespaceApplication,
  namespaceName,
  projectApplication,
  type NamespaceDestinations,
} from './namespaceApplications';
import {
  goneFile,
  namespaceFolders,
  readNamespaceFile,
  type NamespaceFileName,
  type NamespacePlace,
} from './namespaceFiles';

type NamespaceFile = ReturnType<typeof readNamespaceFile>;

/** What commits say of the namespaces of teams. */
export class NamespaceDescriptions {
  readonly #destinationsOf: (place: NamespacePlace) => NamespaceDestinations;
  /** Read once for each content that a file has had. */
  readonly #read = new Map<string, NamespaceFile>();

  constructor(
    destinationsOf: (place: NamespacePlace) => NamespaceDestinations,
  ) {
    this.#destinationsOf = destinationsOf;
  }

  /** An application for each namespace, and one for each project. */
  async of(
    git: GitRepository,
    files: readonly FleetFile[],
  ): Promise<Description<Manifest[]>[]> {
    const folders = namespaceFolders(files);
    await this.#readAll(
      git,
      folders.flatMap(folder => [...folder.files]),
    );
    return folders.flatMap(({ place, files: own }) => {
      const described: Description<Manifest[]>[] = [];
      const bundle = own.get('namespace.yaml');
      const project = own.get('project.yaml');
      const content = bundle
        ? this.#contentOf('namespace.yaml', bundle)
        : undefined;
      if (bundle && content) {
        described.push({
          name: namespaceName(place),
          seen: { blob: bundle, ...content },
          open: () => namespaceApplication(place, this.#destinationsOf(place)),
          gone: left => goneFile(place, isThere(place, left)),
        });
      }
      if (project) {
        const isDeleting = content?.isDeleting;
        described.push({
          name: `project-${namespaceName(place)}`,
          seen: {
            // The mark of the namespace lets go of its project too.
            blob: isDeleting ? `${project} deleting` : project,
            ...this.#contentOf('project.yaml', project),
            isDeleting,
          },
          open: () => projectApplication(place, this.#destinationsOf(place)),
          gone: left => goneFile(place, isThere(place, left)),
        });
      }
      return described;
    });
  }

  #contentOf(file: NamespaceFileName, sha: string): NamespaceFile {
    return this.#read.get(`${sha} ${file}`)!;
  }

  async #readAll(
    git: GitRepository,
    files: [NamespaceFileName, string][],
  ): Promise<void> {
    const unread = files.filter(
      ([file, sha]) => !this.#read.has(`${sha} ${file}`),
    );
    const blobs = await git.objects(unread.map(([, sha]) => sha));
    unread.forEach(([file, sha], index) =>
      this.#read.set(
        `${sha} ${file}`,
        readNamespaceFile(blobs[index]?.content.toString() ?? '', file),
      ),
    );
  }
}

function isThere(
  { folder }: NamespacePlace,
  files: readonly FleetFile[],
): boolean {
  return files.some(({ path }) => path.startsWith(`${folder}/`));
}
