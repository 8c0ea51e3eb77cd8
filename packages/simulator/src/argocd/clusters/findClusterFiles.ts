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
import type { FleetFile } from '../listFiles';
import type { GitopsClusterSpec } from '../types';
import { applicationName } from './clusterSubject';

/** A cluster's file; whose it is shows when it is read, where nobody said so. */
export type ClusterFile = Omit<GitopsClusterSpec, 'provisioner'> &
  Partial<Pick<GitopsClusterSpec, 'provisioner'>> & {
    /** By its path. */
    environment?: string;
  };

const FILE =
  /^clusters\/([^/]+)\/(\d{12})\/([^/]+)\/([^/]+)\/(?:cluster\.yaml|cluster\.auto\.tfvars\.json)$/;

/**
 * The files of clusters: those that are known, whether they are there or not,
 * and those in the folders of clusters. A cluster has one.
 */
export function findClusterFiles(
  known: readonly GitopsClusterSpec[],
  files: readonly FleetFile[],
): ClusterFile[] {
  const found = new Map<string, ClusterFile>(
    known.map(spec => [applicationName(spec), spec]),
  );
  for (const { path } of files) {
    const match = FILE.exec(path);
    if (match) {
      const [, environment, accountId, region, name] = match;
      const file = { accountId, region, name, path, environment };
      const application = applicationName(file);
      if (!found.has(application)) {
        found.set(application, file);
      }
    }
  }
  return [...found.values()];
}
