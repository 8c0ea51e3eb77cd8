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
import { parseAllDocuments } from 'yaml';
import { ackPlan } from './ackPlan';
import { capaPlan } from './capaPlan';
import { crossplanePlan } from './crossplanePlan';
import { at } from './fields';
import { kroPlan } from './kroPlan';
import { terraformPlan } from './terraformPlan';
import type { ClusterPlace, ClusterPlan } from './types';

/**
 * What a cluster's file makes in AWS, whichever provisioner it is written for.
 *
 * @throws an Error where it cannot be read, or is of nobody that is known
 */
export function readPlan(
  text: string,
  path: string,
  place: ClusterPlace,
): ClusterPlan {
  if (path.endsWith('.json')) {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null || Array.isArray(file)) {
      throw new Error('a mapping was expected');
    }
    return terraformPlan(file, place);
  }
  const documents = parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    return document.toJS() as unknown;
  });
  const found = (kind: string, group: RegExp) =>
    documents.find(
      document =>
        at(document, 'kind') === kind &&
        group.test(String(at(document, 'apiVersion'))),
    );
  const instance =
    found('EksclusterWithVpc', /^kro\.run\//) ??
    found('EksCluster', /^kro\.run\//);
  if (instance) {
    return kroPlan(instance, place);
  }
  if (found('Cluster', /^eks\.services\.k8s\.aws\//)) {
    return ackPlan(documents);
  }
  if (found('Cluster', /^eks\.aws(\.m)?\.upbound\.io\//)) {
    return crossplanePlan(documents);
  }
  if (found('AWSManagedControlPlane', /^controlplane\.cluster\.x-k8s\.io\//)) {
    return capaPlan(documents, place);
  }
  throw new Error('no object of it is a cluster');
}
