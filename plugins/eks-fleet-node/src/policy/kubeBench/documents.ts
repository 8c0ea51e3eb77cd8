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

/**
 * What is read of the JSON that kube-bench prints. Everything may be missing or
 * of another type: whoever ran it may have put it together anew.
 */
export interface ControlsDocument {
  /** The profile, such as `eks-1.8.0`. */
  version?: unknown;
  /** Of Kubernetes. */
  detected_version?: unknown;
  text?: unknown;
  node_type?: unknown;
  tests?: unknown;
}

export interface GroupDocument {
  section?: unknown;
  desc?: unknown;
  results?: unknown;
}

export interface CheckDocument {
  test_number?: unknown;
  test_desc?: unknown;
  type?: unknown;
  remediation?: unknown;
  status?: unknown;
  scored?: unknown;
  actual_value?: unknown;
  expected_result?: unknown;
  reason?: unknown;
}

/** One run on one node. */
export interface RunDocument {
  /** Where it says so; kube-bench itself does not. */
  node?: string;
  controls: ControlsDocument[];
}
