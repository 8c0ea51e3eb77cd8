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
import { useTranslation } from '../../hooks/useTranslation';
import { formatAge, formatExact } from '../../lib/time';

/** How long ago something was; the exact time on hover. */
export function Age(props: {
  time: string | undefined;
  fallback?: string;
  /** It has been, even where the reader's clock or this page is behind. */
  past?: boolean;
}) {
  const { time, fallback = '–', past = false } = props;
  const t = useTranslation();
  const now = useNow();
  const early = past && time !== undefined && Date.parse(time) > now.getTime();
  const age = early ? t('age.justNow') : formatAge(time, now);
  return age ? (
    <time dateTime={time} title={formatExact(time)}>
      {age}
    </time>
  ) : (
    <span>{fallback}</span>
  );
}
