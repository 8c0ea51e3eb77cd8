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

/** Domains of label keys by which others decide, such as whether a policy looks at a namespace. */
const RESERVED_DOMAINS = [
  'argoproj.io',
  'clastix.io',
  'eks-fleet.io',
  'gatekeeper.sh',
  'k8s.io',
  'kubernetes.io',
  'kyverno.io',
];

/**
 * The domain that keeps a label's key from being a team's to choose.
 *
 * @public
 */
export function reservedLabelDomain(key: string): string | undefined {
  const [prefix, name] = key.split('/');
  return name === undefined
    ? undefined
    : RESERVED_DOMAINS.find(
        domain => prefix === domain || prefix.endsWith(`.${domain}`),
      );
}
