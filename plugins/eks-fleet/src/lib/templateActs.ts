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

/** What can be asked for of what an entity stands for, by a template. */
export interface TemplateAct {
  word: 'resize' | 'addons' | 'upgrade' | 'extend' | 'quota' | 'delete';
  /** Name of the template that does it, as it ships. */
  template: string;
}

/** In the order in which they are needed. */
export const TEMPLATE_ACTS: Record<
  'cluster' | 'namespace',
  readonly TemplateAct[]
> = {
  cluster: [
    { word: 'resize', template: 'eks-fleet-resize-node-group' },
    { word: 'addons', template: 'eks-fleet-manage-addons' },
    { word: 'upgrade', template: 'eks-fleet-upgrade-cluster' },
    { word: 'delete', template: 'eks-fleet-delete-cluster' },
  ],
  namespace: [
    { word: 'extend', template: 'eks-fleet-extend-life' },
    { word: 'quota', template: 'eks-fleet-change-quota' },
    { word: 'delete', template: 'eks-fleet-delete-namespace' },
  ],
};
