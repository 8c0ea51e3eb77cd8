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

import { newestAmiRelease } from '../../../model/amiReleases';
import { minorOf } from '../../../model/minors';
import type { Nodegroup } from '../../../model/nodegroups';
import type { NodegroupTarget } from '../../../model/runs/NodeRoll';
import { rollbackWindow } from '../../../model/rollbackWindow';
import type { Cluster } from '../../../model/types';
import { textOf } from '../../parameters';
import { invalidParameter } from '../errors';

/**
 * What a call wants the nodes of a group to be. Without a version that is the
 * cluster's, and without a release the newest one that there is.
 *
 * @throws AwsError where EKS has no such thing, or does not go there
 */
export function nodegroupTarget(
  parameters: Record<string, unknown>,
  subject: { cluster: Cluster; group: Nodegroup; now: Date },
): NodegroupTarget {
  const { cluster, group } = subject;
  const refuse = (message: string) =>
    invalidParameter(message, {
      clusterName: cluster.name,
      nodegroupName: group.name,
    });
  const asked = {
    version: textOf(parameters, 'version'),
    releaseVersion: textOf(parameters, 'releaseVersion'),
  };
  const launchTemplate = launchTemplateOf(parameters, group, refuse);
  if (group.amiType === 'CUSTOM') {
    if (asked.version !== undefined || asked.releaseVersion !== undefined) {
      throw refuse(
        'You cannot specify a Kubernetes version or a release version when using a custom AMI in your launch template.',
      );
    }
    // The AMI is the user's: what is in the new version of the template is
    // taken to match the cluster.
    return { version: cluster.version, launchTemplate };
  }
  const version = asked.version ?? cluster.version;
  if (minorOf(version) > minorOf(cluster.version)) {
    throw refuse(
      `Requested Nodegroup Kubernetes version ${version} is invalid: it is newer than cluster version ${cluster.version}`,
    );
  }
  refuseGoingBack(version, subject, refuse);
  const newest = newestAmiRelease(group.amiType, version);
  if (newest === undefined) {
    throw refuse(
      `AMI Type ${group.amiType} is not supported for kubernetes version ${version}`,
    );
  }
  const releaseVersion = asked.releaseVersion ?? newest;
  refuseRelease(releaseVersion, { version, newest, group }, refuse);
  return { version, releaseVersion, launchTemplate };
}

type Refuse = (message: string) => Error;

function launchTemplateOf(
  { launchTemplate }: Record<string, unknown>,
  group: Nodegroup,
  refuse: Refuse,
): NodegroupTarget['launchTemplate'] {
  if (launchTemplate === undefined) {
    return undefined;
  }
  const asked = launchTemplate as Record<string, unknown>;
  const own = group.launchTemplate;
  if (!own) {
    throw refuse(
      'You cannot update a nodegroup with a launch template that was created without one.',
    );
  }
  const [id, name] = [textOf(asked, 'id'), textOf(asked, 'name')];
  if ((id ?? own.id) !== own.id || (name ?? own.name) !== own.name) {
    throw refuse(
      'The launch template must be the one that the nodegroup was created with.',
    );
  }
  return { ...own, version: textOf(asked, 'version') ?? own.version };
}

/** Nodes go back a minor only where the control plane may follow. */
function refuseGoingBack(
  version: string,
  { cluster, group, now }: { cluster: Cluster; group: Nodegroup; now: Date },
  refuse: Refuse,
): void {
  if (
    minorOf(version) < minorOf(group.version) &&
    rollbackWindow(cluster, now)?.previous !== version
  ) {
    throw refuse(
      `Nodegroup ${group.name} cannot be updated from version ${group.version} to ${version}: you cannot roll back a node group to an earlier Kubernetes version or AMI version`,
    );
  }
}

function refuseRelease(
  release: string,
  of: { version: string; newest: string; group: Nodegroup },
  refuse: Refuse,
): void {
  const { version, newest, group } = of;
  const prefix = /^(\d+\.\d+\.\d+)-\d{8}$/.exec(newest) && `${version}.`;
  const fits = prefix
    ? release.startsWith(prefix) && /^\d+\.\d+\.\d+-\d{8}$/.test(release)
    : /^\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(release);
  if (!fits || age(release) > age(newest)) {
    throw refuse(
      `Requested release version ${release} is not valid for kubernetes version ${version}.`,
    );
  }
  const present = group.releaseVersion;
  if (
    version === group.version &&
    present !== undefined &&
    age(release) < age(present)
  ) {
    throw refuse(
      `Requested release version ${release} is older than ${present}: you cannot roll back a node group to an earlier Kubernetes version or AMI version`,
    );
  }
}

/** A number that grows from release to release: of the day, or of the version. */
function age(release: string): number {
  const day = /-(\d{8})$/.exec(release);
  if (day) {
    return Number(day[1]);
  }
  const [major, minor, patch] = release.split(/[.-]/).map(Number);
  return major * 1e8 + minor * 1e4 + patch;
}
