import type { TradeSketch } from './trade-sketch.js';
import { EQUIPMENT_TRADES } from './trades-equipment.js';
import { FABRIC_TRADES } from './trades-fabric.js';
import { FLUID_TRADES } from './trades-fluids.js';
import { SERVICE_TRADES } from './trades-service.js';

export const TRADES: readonly TradeSketch[] = [
  ...FLUID_TRADES,
  ...EQUIPMENT_TRADES,
  ...FABRIC_TRADES,
  ...SERVICE_TRADES,
];
