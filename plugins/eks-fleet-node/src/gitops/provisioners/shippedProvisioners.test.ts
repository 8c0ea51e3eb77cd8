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

import {
  ACK_YAML,
  CROSSPLANE_YAML,
  EKSCTL_YAML,
  KRO_YAML,
  TFVARS,
  TFVARS_JSON,
  VALUES_YAML,
} from '../__testUtils__/goldenFiles';
import {
  provisioner,
  TERRAFORM_NODES,
  VALUES_FIELDS,
} from '../__testUtils__/versionChanges';
import type { ClusterFields } from '../config/types';
import { parseFile } from '../edits/editText';
import { abilityOf } from './checkProvisioners';

describe('shippedProvisioners', () => {
  it.each<[string, string, string, ClusterFields, object]>([
    [
      'terraform',
      'a.tfvars',
      TFVARS,
      TERRAFORM_NODES,
      {
        version: '1.33',
        addons: {
          'vpc-cni': 'v1.20.1-eksbuild.1',
          'kube-proxy': 'v1.33.0-eksbuild.2',
        },
        nodegroups: {
          general: { version: '1.33', releaseVersion: '1.33.5-20261020' },
          'spot-1': {},
        },
      },
    ],
    [
      'terraform',
      'a.tfvars.json',
      TFVARS_JSON,
      {},
      {
        version: '1.33',
        addons: { 'vpc-cni': 'v1.20.1-eksbuild.1' },
        nodegroups: {},
      },
    ],
    [
      'ack',
      'a.yaml',
      ACK_YAML,
      {},
      {
        version: '1.33',
        addons: { 'vpc-cni': 'v1.20.1-eksbuild.1' },
        nodegroups: {
          general: { version: '1.33', releaseVersion: '1.33.5-20261020' },
        },
      },
    ],
    [
      'kro',
      'a.yaml',
      KRO_YAML,
      {},
      {
        version: '1.33',
        addons: {},
        nodegroups: {},
      },
    ],
    [
      'crossplane',
      'a.yaml',
      CROSSPLANE_YAML,
      {},
      {
        version: '1.33',
        addons: { 'vpc-cni': 'v1.20.1-eksbuild.1' },
        nodegroups: { general: { version: '1.33' } },
      },
    ],
    [
      'eksctl',
      'a.yaml',
      EKSCTL_YAML,
      {},
      {
        version: '1.33',
        addons: { 'vpc-cni': 'v1.20.1-eksbuild.1' },
        nodegroups: { general: { releaseVersion: '1.33.5-20261020' } },
      },
    ],
    [
      'values',
      'a.yaml',
      VALUES_YAML,
      VALUES_FIELDS,
      {
        version: '1.33',
        addons: {
          'vpc-cni': 'v1.20.1-eksbuild.1',
          coredns: 'v1.12.1-eksbuild.4',
        },
        nodegroups: { general: { version: '1.33' }, spot: {} },
      },
    ],
  ])('%s reads from %s what is wanted', (id, path, text, fields, wanted) => {
    expect(
      provisioner(id).read(parseFile(path, text), {
        cluster: 'orders-prod',
        fields,
      }),
    ).toEqual(wanted);
  });

  it.each<[string, ClusterFields, boolean | undefined, object]>([
    [
      'terraform',
      {},
      undefined,
      {
        canUpgrade: true,
        canRollBack: false,
        nodesApart: false,
        walksMinorsAlone: false,
      },
    ],
    [
      'terraform',
      TERRAFORM_NODES,
      true,
      {
        canUpgrade: true,
        canRollBack: true,
        nodesApart: true,
        walksMinorsAlone: false,
      },
    ],
    [
      'ack',
      {},
      undefined,
      {
        canUpgrade: true,
        canRollBack: false,
        nodesApart: true,
        walksMinorsAlone: true,
      },
    ],
    [
      'kro',
      {},
      undefined,
      {
        canUpgrade: true,
        canRollBack: false,
        nodesApart: false,
        walksMinorsAlone: true,
      },
    ],
    [
      'values',
      {},
      undefined,
      {
        canUpgrade: false,
        canRollBack: false,
        nodesApart: false,
        walksMinorsAlone: false,
      },
    ],
    [
      'values',
      { version: '/v' },
      undefined,
      {
        canUpgrade: true,
        canRollBack: false,
        nodesApart: false,
        walksMinorsAlone: false,
      },
    ],
  ])('%s with %j says what it can', (id, fields, canRollBack, ability) => {
    expect(abilityOf(provisioner(id), { fields, canRollBack })).toEqual(
      ability,
    );
  });
});
