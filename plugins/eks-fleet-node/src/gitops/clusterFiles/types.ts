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

import type {
  ClusterSpec,
  ClusterSpecProblem,
  SpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { JsonValue } from '@backstage/types';
import type { ManifestName } from '../edits/types';

/**
 * The text of one file of a cluster.
 *
 * @public
 */
export interface ClusterFileText {
  path: string;
  text: string;
}

/**
 * Where a cluster's file is, and what configuration says of its provisioner.
 *
 * @public
 */
export interface ClusterFileContext {
  /** Below the root of the repository, as `locateCluster` has it. */
  path: string;
  /** `eksFleet.fleetRepositories[].clusters[].settings`. */
  settings: Readonly<Record<string, string>>;
}

/**
 * What files say of a cluster.
 *
 * @public
 */
export interface ParsedClusterFiles {
  /** Where all of it is understood and right. */
  spec?: ClusterSpec;
  /** What is understood, by field, right or not. */
  understood: Record<string, unknown>;
  /** Fields whose value is none that the portal would write. */
  problems: ClusterSpecProblem[];
  /** Where files say other than the portal would for the same cluster. */
  deviations: FileDeviation[];
}

/**
 * One place of a file that is other than the portal would write it: something
 * that it does not know, that is missing, or that has another value.
 *
 * @public
 */
export interface FileDeviation {
  path: string;
  /** In a file of several manifests. */
  manifest?: ManifestName;
  /** JSON pointer (RFC 6901); empty for a whole manifest. */
  pointer: string;
  /** What is there; left out where there is nothing. */
  is?: JsonValue;
  /** What the portal would write; left out for what it does not know. */
  expected?: JsonValue;
}

/**
 * Says of each field that cannot be written what to do instead.
 *
 * @public
 */
export class SpecRefusal extends Error {
  readonly problems: readonly SpecProblem[];

  constructor(problems: readonly SpecProblem[]) {
    super(
      problems.map(({ field, message }) => `${field} ${message}`).join('; '),
    );
    this.name = 'SpecRefusal';
    this.problems = problems;
  }
}

/**
 * Says of each field that a provisioner cannot express what to do instead.
 *
 * @public
 */
export class ClusterSpecRefusal extends SpecRefusal {
  constructor(problems: readonly ClusterSpecProblem[]) {
    super(problems);
    this.name = 'ClusterSpecRefusal';
  }
}

/** A file's values, as plain data. */
export type FileDocument = Record<string, unknown>;

/** What configuration may say of a provisioner. */
export interface SettingRule {
  pattern: RegExp;
  /** In words that follow `must be`. */
  right: string;
  required?: true;
}

/** How one tool writes a cluster, as plain data. Pure. */
export interface ClusterFormat {
  settings: Readonly<Record<string, SettingRule>>;
  /** By which endings of a file's name. */
  endings: RegExp;
  /** What cannot be said, and what to do instead. */
  refuse(
    spec: ClusterSpec,
    settings: ClusterFileContext['settings'],
  ): ClusterSpecProblem[];
  write(
    spec: ClusterSpec,
    settings: ClusterFileContext['settings'],
  ): FileDocument[];
  /** What documents say, to be checked; nothing is expected of them. */
  read(documents: readonly FileDocument[]): Record<string, unknown>;
  /** By which a document is the same one whatever its name in Kubernetes. */
  identify(document: FileDocument): string;
}
