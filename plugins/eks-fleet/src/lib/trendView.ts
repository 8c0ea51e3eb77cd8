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

import type { PolicyTrend } from '@eks-fleet/backstage-plugin-eks-fleet-common';

type Point = PolicyTrend['points'][number];

/** How far back a trend goes, in days. */
export const TREND_DAYS = [30, 90, 365, 730] as const;
export type TrendDays = (typeof TREND_DAYS)[number];

/** The parts of a trend that are drawn, the gravest at the bottom. */
export const TREND_PARTS = ['fail', 'error', 'warn', 'exempt'] as const;
export type TrendPart = (typeof TREND_PARTS)[number];

/** The parts of which there is any on any day. */
export function trendParts(points: Point[]): TrendPart[] {
  return TREND_PARTS.filter(part => points.some(point => point[part] > 0));
}

/** A few days that tell how it went: the first, the last, and the worst between. */
export function trendLandmarks(points: Point[]): Point[] {
  const sum = (point: Point) => point.fail + point.error + point.warn;
  const first = points.at(0);
  const last = points.at(-1);
  const worst = points.reduce<Point | undefined>(
    (most, point) => (most && sum(most) >= sum(point) ? most : point),
    undefined,
  );
  return [...new Set([first, worst, last])].filter(
    (point): point is Point => point !== undefined,
  );
}
