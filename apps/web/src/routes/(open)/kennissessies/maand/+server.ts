// This month, whenever it is asked.
import { redirect } from '@sveltejs/kit';
import { monthOf } from '#lib/calendar/month.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => redirect(303, `/kennissessies/maand/${monthOf(new Date())}`);
