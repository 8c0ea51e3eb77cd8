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

import { minorOf } from '../versions';

/** What a minor version of Kubernetes no longer serves. */
export interface RemovedApi {
  removed: string;
  api: string;
  /** Kinds, with what they are called in paths. */
  kinds: Record<string, string>;
}

const FLOW = {
  FlowSchema: 'flowschemas',
  PriorityLevelConfiguration: 'prioritylevelconfigurations',
};
const VALIDATING = {
  ValidatingAdmissionPolicy: 'validatingadmissionpolicies',
  ValidatingAdmissionPolicyBinding: 'validatingadmissionpolicybindings',
};
const MUTATING = {
  MutatingAdmissionPolicy: 'mutatingadmissionpolicies',
  MutatingAdmissionPolicyBinding: 'mutatingadmissionpolicybindings',
};
const DEVICES = {
  DeviceClass: 'deviceclasses',
  ResourceClaim: 'resourceclaims',
  ResourceClaimTemplate: 'resourceclaimtemplates',
  ResourceSlice: 'resourceslices',
};

/**
 * What Kubernetes removes after 1.30, by the lifecycle files of k8s.io/api; the
 * same as the chart `fleet-policies` looks for.
 */
export const REMOVED_APIS: readonly RemovedApi[] = [
  api('1.32', 'flowcontrol.apiserver.k8s.io/v1beta3', FLOW),
  api('1.32', 'admissionregistration.k8s.io/v1alpha1', VALIDATING),
  api('1.32', 'authentication.k8s.io/v1alpha1', {
    SelfSubjectReview: 'selfsubjectreviews',
  }),
  api('1.33', 'authentication.k8s.io/v1beta1', {
    SelfSubjectReview: 'selfsubjectreviews',
  }),
  api('1.34', 'admissionregistration.k8s.io/v1beta1', VALIDATING),
  api('1.35', 'storage.k8s.io/v1alpha1', {
    VolumeAttributesClass: 'volumeattributesclasses',
  }),
  api('1.37', 'storage.k8s.io/v1beta1', {
    VolumeAttributesClass: 'volumeattributesclasses',
  }),
  api('1.37', 'networking.k8s.io/v1beta1', {
    IPAddress: 'ipaddresses',
    ServiceCIDR: 'servicecidrs',
  }),
  api('1.37', 'certificates.k8s.io/v1alpha1', {
    ClusterTrustBundle: 'clustertrustbundles',
  }),
  api('1.38', 'resource.k8s.io/v1beta1', DEVICES),
  api('1.38', 'admissionregistration.k8s.io/v1alpha1', MUTATING),
  api('1.38', 'coordination.k8s.io/v1alpha2', {
    LeaseCandidate: 'leasecandidates',
  }),
  api('1.39', 'resource.k8s.io/v1beta2', DEVICES),
  api('1.39', 'coordination.k8s.io/v1beta1', {
    LeaseCandidate: 'leasecandidates',
  }),
  api('1.40', 'admissionregistration.k8s.io/v1beta1', MUTATING),
  api('1.40', 'certificates.k8s.io/v1beta1', {
    ClusterTrustBundle: 'clustertrustbundles',
    PodCertificateRequest: 'podcertificaterequests',
  }),
  api('1.40', 'storagemigration.k8s.io/v1beta1', {
    StorageVersionMigration: 'storageversionmigrations',
  }),
];

/** As the chart's policy and those of both engines' libraries say it. */
const SAID =
  /Kubernetes(?: version)? v?(1\.\d{1,3})\b|\bremoved in v?(1\.\d{1,3})\b/;

/**
 * The minor version that no longer serves what a resource is written in;
 * `undefined` where nothing says that one does not. What is known of the API
 * counts more than what a policy says of it. Pure.
 */
export function removalOf(resource: {
  apiVersion: string;
  kind: string;
  message: string;
}): string | undefined {
  const { apiVersion, kind, message } = resource;
  const known = REMOVED_APIS.find(
    each => each.api === apiVersion && Object.hasOwn(each.kinds, kind),
  );
  if (known) {
    return known.removed;
  }
  const said = SAID.exec(message);
  return minorOf(said?.[1] ?? said?.[2]);
}

/** What a kind is called in the paths of the Kubernetes API. Pure. */
export function pluralOf(kind: string): string {
  const known = REMOVED_APIS.find(({ kinds }) => Object.hasOwn(kinds, kind));
  if (known) {
    return known.kinds[kind];
  }
  const name = kind.toLowerCase();
  if (/[^aeiou]y$/.test(name)) {
    return `${name.slice(0, -1)}ies`;
  }
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

function api(
  removed: string,
  name: string,
  kinds: Record<string, string>,
): RemovedApi {
  return { removed, api: name, kinds };
}
