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
import type { GitObject } from '../../github/git/types';
import type { Description } from '../description';
import type { FleetFile } from '../listFiles';
import { PolicyFiles, type WantedPolicies } from '../policyFiles';
import type { GitopsClusterSpec } from '../types';
import {
  ClusterWork,
  type ClusterHands,
  type WantedCluster,
} from './ClusterWork';
import { applicationName, clusterSubject } from './clusterSubject';
import { findClusterFiles, type ClusterFile } from './findClusterFiles';
import { readPlan } from './plans/readPlan';
import type { ClusterPlace } from './plans/types';

type ClusterSeen = Description<WantedCluster>['seen'];

/** What descriptions of clusters need to know of the cloud. */
export interface ClusterSurroundings {
  /** Those that there is an application for whatever Git says. */
  clusters: readonly GitopsClusterSpec[];
  arnOf(place: ClusterPlace): string;
  hands: ClusterHands;
}

/** What commits say of clusters. */
export class ClusterDescriptions {
  readonly #surroundings: ClusterSurroundings;
  /** Read once for each content that a file has had. */
  readonly #read = new Map<string, ClusterSeen>();

  constructor(surroundings: ClusterSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Those that are known from the beginning, then those that somebody has added. */
  async of(
    git: GitRepository,
    revision: string,
    files: readonly FleetFile[],
  ): Promise<Description<WantedCluster>[]> {
    const found = findClusterFiles(this.#surroundings.clusters, files);
    const contents = await git.objects(
      found.map(({ path }) => `${revision}:${path}`),
    );
    const policyFiles = await PolicyFiles.read(git, revision);
    return found.map((file, index) => {
      const now = this.#surroundings.hands.find(file);
      return this.#describe(
        file,
        withPolicies(
          this.#readFile(file, contents[index]),
          now && policyFiles.of(now),
        ),
      );
    });
  }

  #describe(file: ClusterFile, seen: ClusterSeen): Description<WantedCluster> {
    const { arnOf, hands } = this.#surroundings;
    const cluster = () => hands.find(file);
    return {
      name: applicationName(file),
      seen,
      open: () => {
        const provisioner =
          file.provisioner ?? seen.wanted?.plan.provisioner ?? 'kro';
        const work = new ClusterWork(file, hands);
        return {
          work,
          subject: clusterSubject(
            { ...file, provisioner },
            {
              arn: arnOf(file),
              environment:
                cluster()?.tags.environment ?? file.environment ?? 'none',
              cluster,
              isRegistered: () => work.isRegistered,
            },
          ),
        };
      },
      gone: () => missing(file),
    };
  }

  #readFile(file: ClusterFile, object: GitObject | undefined): ClusterSeen {
    if (!object) {
      return missing(file);
    }
    const key = `${object.sha} ${file.path}`;
    const known = this.#read.get(key);
    if (known) {
      return known;
    }
    const content = contentOf(object, file);
    this.#read.set(key, content);
    return content;
  }
}

function missing({ path }: ClusterFile): ClusterSeen {
  return {
    blob: undefined,
    wanted: undefined,
    problem: `${path}: app path does not exist`,
  };
}

function contentOf(
  { sha: blob, content }: GitObject,
  file: ClusterFile,
): ClusterSeen {
  try {
    const plan = readPlan(content.toString(), file.path, file);
    return { blob, wanted: { plan }, isDeleting: plan.isDeleting };
  } catch (error) {
    const problem = `${file.path}: ${(error as Error).message}`;
    return { blob, wanted: undefined, problem };
  }
}

/** One application for what a cluster is and for what is in it. */
function withPolicies(
  content: ClusterSeen,
  policies: WantedPolicies | undefined,
): ClusterSeen {
  return policies
    ? {
        ...content,
        blob: `${content.blob} ${policies.digest}`,
        problem: content.problem ?? policies.problem,
        wanted: content.wanted && { ...content.wanted, policies },
      }
    : content;
}
