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
import { hexFrom } from '../../model/ids';
import type { Cluster } from '../../model/types';
import type { Description } from '../description';
import type { FleetFile } from '../listFiles';
import {
  namespaceName,
  type NamespaceDestinations,
} from '../namespaces/namespaceApplications';
import {
  namespaceFolders,
  type NamespacePlace,
} from '../namespaces/namespaceFiles';
import type { ApplicationSubject } from '../work';
import { DeploymentWork } from './DeploymentWork';
import {
  entryPlace,
  goesTo,
  readEntry,
  type ApplicationEntry,
  type EntryPlace,
} from './entries';

/** What commits say of the applications of teams. */
export class EntryDescriptions {
  readonly #destinationsOf: (place: NamespacePlace) => NamespaceDestinations;
  /** Read once for each content that a file has had. */
  readonly #read = new Map<string, ApplicationEntry | undefined>();

  constructor(
    destinationsOf: (place: NamespacePlace) => NamespaceDestinations,
  ) {
    this.#destinationsOf = destinationsOf;
  }

  /**
   * An application for each entry on each cluster where its team has the
   * namespace. What is no longer generated stays as it was.
   */
  async of(
    git: GitRepository,
    files: readonly FleetFile[],
  ): Promise<Description<ApplicationEntry>[]> {
    const found = files.flatMap(({ path, sha }) => {
      const place = entryPlace(path);
      return place ? [{ place, sha }] : [];
    });
    const unread = found.filter(({ sha }) => !this.#read.has(sha));
    const blobs = await git.objects(unread.map(({ sha }) => sha));
    unread.forEach(({ sha }, index) =>
      this.#read.set(sha, readEntry(blobs[index]?.content.toString() ?? '')),
    );
    const folders = namespaceFolders(files);
    return found.flatMap(({ place, sha }) => {
      const entry = this.#read.get(sha);
      return entry
        ? folders
            .filter(folder => goesTo(place, entry, folder.place))
            .map(folder => this.#describe(place, entry, folder.place))
        : [];
    });
  }

  #describe(
    place: EntryPlace,
    entry: ApplicationEntry,
    namespace: NamespacePlace,
  ): Description<ApplicationEntry> {
    const { cluster, accountId, region } = namespace;
    const name = `${place.application}-${
      place.environment
    }-${cluster.toLowerCase()}-${accountId}-${region}`;
    const { source, parameters, automated, isDeleting } = entry;
    const seen = {
      blob: JSON.stringify([source, parameters, isDeleting]),
      wanted: entry,
      // What deletes it asks nobody.
      automated: automated || isDeleting,
      revision: revisionOf(source),
      isDeleting,
    };
    return {
      name,
      seen,
      open: () => this.#open(name, place, namespace, entry),
      gone: () => seen,
    };
  }

  #open(
    name: string,
    place: EntryPlace,
    namespace: NamespacePlace,
    entry: ApplicationEntry,
  ): { subject: ApplicationSubject; work: DeploymentWork } {
    const { arn, cluster, hub } = this.#destinationsOf(namespace);
    const project = namespaceName(namespace);
    const work = new DeploymentWork({
      name: place.application,
      namespace: namespace.namespace,
      team: place.team,
      project,
      hasProject: () => hasProject(hub(), project),
      server: arn,
      cluster,
    });
    return {
      work,
      subject: {
        kind: 'application',
        name,
        project,
        clusterArn: arn,
        labels: {
          'eks-fleet.io/team': place.team,
          environment: place.environment,
        },
        source: (_context, wanted = entry) =>
          sourceOfEntry(wanted as ApplicationEntry),
        destination: () => ({ server: arn, namespace: namespace.namespace }),
        resources: () =>
          work.isThere()
            ? [
                {
                  group: 'apps',
                  version: 'v1',
                  kind: 'Deployment',
                  namespace: namespace.namespace,
                  name: place.application,
                },
              ]
            : [],
      },
    };
  }
}

/** A commit of a repository that is nowhere here, or the version of a chart. */
function revisionOf(source: ApplicationEntry['source']): string {
  return 'chart' in source
    ? source.targetRevision
    : hexFrom(`${source.repoUrl}@${source.targetRevision}`, 40);
}

function sourceOfEntry({
  source: { repoUrl, ...source },
  parameters,
}: ApplicationEntry): Record<string, unknown> {
  const values = Object.entries(parameters);
  return {
    repoURL: repoUrl,
    ...source,
    ...(values.length > 0 && {
      helm: {
        parameters: values.map(([name, value]) => ({
          name,
          value,
          forceString: true,
        })),
      },
    }),
  };
}

function hasProject(hub: Cluster | undefined, project: string): boolean {
  return (hub?.kubernetes.manifests ?? []).some(
    ({ kind, metadata }) => kind === 'AppProject' && metadata.name === project,
  );
}
