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

/** A check as kube-bench prints it. */
export function check(
  number: string,
  status: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    test_number: number,
    test_desc: `About ${number}`,
    type: '',
    status,
    scored: true,
    actual_value: '',
    expected_result: '',
    ...more,
  };
}

/** Checks under a profile. */
export function controls(
  results: Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id: '3',
    version: 'eks-1.8.0',
    detected_version: '1.34',
    text: 'Worker Node Security Configuration',
    node_type: 'node',
    tests: [{ section: '3.2', desc: 'Kubelet', results }],
    ...more,
  };
}

/** What kube-bench prints on one node. */
export function printed(...results: Record<string, unknown>[]): string {
  return JSON.stringify({
    Controls: [controls(results)],
    Totals: { total_pass: 0, total_fail: 0, total_warn: 0, total_info: 0 },
  });
}
