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

/** Three sails behind each other: a fleet. */
export function FleetMark(props: { size?: number }) {
  const { size = 32 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      xmlns="http://www.w3.org/2000/svg"
    >
      <path d="M8 20V6l8 14z" fill="#5eead4" opacity="0.45" />
      <path d="M13 20V4l9 16z" fill="#5eead4" opacity="0.7" />
      <path d="M18 20V2l10 18z" fill="#5eead4" />
      <path d="M3 23h26l-4 6H7z" fill="#f59e0b" />
    </svg>
  );
}
