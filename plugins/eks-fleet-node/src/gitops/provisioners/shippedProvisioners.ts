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

import { createClusterFiles } from '../clusterFiles/createClusterFiles';
import { ack as ackFormat } from '../clusterFiles/formats/ack';
import { capa as capaFormat } from '../clusterFiles/formats/capa';
import { crossplane as crossplaneFormat } from '../clusterFiles/formats/crossplane';
import { kro as kroFormat } from '../clusterFiles/formats/kro';
import { terraform as terraformFormat } from '../clusterFiles/formats/terraform';
import { capaVersions } from './capaVersions';
import { createFieldProvisioner } from './createFieldProvisioner';
import { createManifestProvisioner } from './createManifestProvisioner';
import type { Provisioner } from './types';

/**
 * Files of variables, named as `terraform-aws-modules/eks` 21 names them. Its
 * node groups follow the control plane unless each has a version of its own.
 */
const terraform = createFieldProvisioner({
  id: 'terraform',
  title: 'Terraform',
  fields: {
    version: '/kubernetes_version',
    addons: '/addons/{name}/addon_version',
  },
});

const eksctl = createFieldProvisioner({
  id: 'eksctl',
  title: 'eksctl',
  fields: {
    version: '/metadata/version',
    addons: '/addons/[name={name}]/version',
    nodegroups: {
      releaseVersion: '/managedNodeGroups/[name={name}]/releaseVersion',
    },
  },
});

/** Any file whose fields configuration names. */
const values = createFieldProvisioner({ id: 'values', title: 'Values' });

const ack = createManifestProvisioner({
  id: 'ack',
  title: 'ACK',
  group: /^eks\.services\.k8s\.aws$/,
  cluster: {
    kind: 'Cluster',
    name: [
      ['spec', 'name'],
      ['metadata', 'name'],
    ],
    version: [['spec', 'version']],
  },
  addon: {
    kind: 'Addon',
    name: [['spec', 'name']],
    cluster: [
      ['spec', 'clusterName'],
      ['spec', 'clusterRef', 'from', 'name'],
    ],
    version: [['spec', 'addonVersion']],
  },
  nodegroup: {
    kind: 'Nodegroup',
    name: [['spec', 'name']],
    cluster: [
      ['spec', 'clusterName'],
      ['spec', 'clusterRef', 'from', 'name'],
    ],
    version: [['spec', 'version']],
    releaseVersion: ['spec', 'releaseVersion'],
  },
  walksMinorsAlone: true,
});

/** One instance of a ResourceGraphDefinition describes the whole cluster. */
const kro = createManifestProvisioner({
  id: 'kro',
  title: 'kro',
  group: /^kro\.run$/,
  cluster: {
    name: [
      ['spec', 'name'],
      ['metadata', 'name'],
    ],
    version: [
      ['spec', 'k8sVersion'],
      ['spec', 'kubernetesVersion'],
      ['spec', 'version'],
    ],
  },
  walksMinorsAlone: true,
});

const crossplane = createManifestProvisioner({
  id: 'crossplane',
  title: 'Crossplane',
  group: /^eks\.aws\.(m\.)?upbound\.io$/,
  cluster: {
    kind: 'Cluster',
    name: [
      ['metadata', 'annotations', 'crossplane.io/external-name'],
      ['metadata', 'name'],
    ],
    version: [['spec', 'forProvider', 'version']],
  },
  addon: {
    kind: 'Addon',
    name: [['spec', 'forProvider', 'addonName']],
    cluster: [
      ['spec', 'forProvider', 'clusterName'],
      ['spec', 'forProvider', 'clusterNameRef', 'name'],
    ],
    version: [['spec', 'forProvider', 'addonVersion']],
  },
  nodegroup: {
    kind: 'NodeGroup',
    name: [
      ['metadata', 'annotations', 'crossplane.io/external-name'],
      ['metadata', 'name'],
    ],
    cluster: [
      ['spec', 'forProvider', 'clusterName'],
      ['spec', 'forProvider', 'clusterNameRef', 'name'],
    ],
    version: [['spec', 'forProvider', 'version']],
    releaseVersion: ['spec', 'forProvider', 'releaseVersion'],
  },
  walksMinorsAlone: false,
});

/**
 * The provisioners that ship: `terraform`, `kro`, `ack`, `crossplane` and
 * `capa`, which write whole clusters, `eksctl` and `values`.
 *
 * @public
 */
export const shippedProvisioners: readonly Provisioner[] = [
  { ...terraform, ...createClusterFiles(terraformFormat) },
  { ...kro, ...createClusterFiles(kroFormat) },
  { ...ack, ...createClusterFiles(ackFormat) },
  { ...crossplane, ...createClusterFiles(crossplaneFormat) },
  { ...capaVersions, ...createClusterFiles(capaFormat) },
  eksctl,
  values,
];
