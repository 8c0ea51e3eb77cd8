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

import { useNow } from '../../hooks/useNow';
import { formatMoment } from '../../lib/rolloutTimes';
import { formatExact } from '../../lib/time';

/** A moment as short as it is clear; the exact time on hover. */
export function Moment(props: { time: string | undefined }) {
  const { time } = props;
  const now = useNow(60);
  return (
    <time dateTime={time} title={formatExact(time)}>
      {formatMoment(time, now) ?? '–'}
    </time>
  );
}
