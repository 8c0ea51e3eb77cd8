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

const ADVICE: Record<string, string> = {
  SubnetNotFound:
    'A subnet of the cluster is gone: bring it back, or give the cluster others',
  SecurityGroupNotFound:
    'A security group of the cluster is gone: bring it back',
  EniLimitReached:
    'The account has as many network interfaces as it may: free some, or have the quota raised',
  IpNotAvailable: 'Free addresses in the subnets of the cluster, then retry',
  InsufficientFreeAddresses:
    'EKS needs five free addresses in the subnets of the cluster: free some, then retry',
  AccessDenied:
    'The role of the cluster or its node group lacks a permission: compare it with what EKS asks for',
  OperationNotPermitted:
    'Something forbids it, such as a service control policy: ask whoever keeps the account',
  VpcIdNotFound: 'The VPC of the cluster is gone',
  NodeCreationFailure:
    'New nodes did not join: look at their subnets, role, security groups and user data',
  PodEvictionFailure:
    'A pod could not be evicted in 15 minutes: look for budgets that allow no disruption and single replicas, then retry; forcing it evicts without regard to them',
  ClusterUnreachable:
    'EKS could not reach the API server of the cluster: look at its webhooks and security groups',
  InsufficientNumberOfReplicas:
    'The add-on has too few replicas running: look at its pods and nodes',
  ConfigurationConflict:
    'Somebody changed fields of the add-on that EKS manages: take them back, or let EKS overwrite them',
  AdmissionRequestDenied:
    'A webhook of the cluster denied the change: let it pass, or mend the webhook',
  UnsupportedAddonModification: 'The add-on cannot be changed in this way',
  K8sResourceNotFound: 'Something that the add-on needs is not in the cluster',
};

/** What to do about an update that failed with a code of EKS. */
export function adviceFor(code: string): string | undefined {
  return Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
}
