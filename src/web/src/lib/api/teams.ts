import { path, request } from './request';
import type { TeamAnswer } from './types';

export const fetchTeam = (id: string) => request<TeamAnswer>('GET', path`/api/teams/${id}`);
