import type { Stroke } from './drawing';

const SANS = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const SERIF = '"Songti SC", "STSong", "Noto Serif CJK SC", "SimSun", serif';

/** What is used of a canvas: WeChat's and the browser's both have it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'fillRect'
  | 'fillText'
  | 'arc'
  | 'lineTo'
  | 'moveTo'
  | 'restore'
  | 'rotate'
  | 'save'
  | 'scale'
  | 'stroke'
  | 'translate'
> & { fillStyle: unknown; strokeStyle: unknown; lineWidth: number; font: string; textAlign: string };

/** Puts a picture's strokes on a canvas, in their order. */
export function draw(pen: Pen, strokes: readonly Stroke[]): void {
  for (const stroke of strokes) drawStroke(pen, stroke);
}

function drawStroke(pen: Pen, stroke: Stroke): void {
  switch (stroke.kind) {
    case 'rectangle':
      pen.fillStyle = stroke.fill;
      pen.fillRect(stroke.x, stroke.y, stroke.width, stroke.height);
      return;
    case 'line':
      pen.strokeStyle = stroke.colour;
      pen.lineWidth = stroke.width;
      pen.beginPath();
      pen.moveTo(stroke.x, stroke.y);
      pen.lineTo(stroke.toX, stroke.y);
      pen.stroke();
      return;
    case 'ellipse':
      drawEllipse(pen, stroke);
      return;
    case 'text':
      pen.fillStyle = stroke.colour;
      pen.font = `${stroke.isBold ? 'bold ' : ''}${Math.round(stroke.size)}px ${stroke.isSerif ? SERIF : SANS}`;
      pen.textAlign = stroke.align ?? 'left';
      pen.fillText(stroke.text, stroke.x, stroke.y);
  }
}

/** By a circle drawn in squeezed space: WeChat's canvas has no ellipse of its own everywhere. */
function drawEllipse(pen: Pen, stroke: Extract<Stroke, { kind: 'ellipse' }>): void {
  const { x, y, rx, ry, degrees, width, colour } = stroke;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.save();
  pen.translate(x, y);
  pen.rotate((degrees * Math.PI) / 180);
  pen.scale(1, ry / rx);
  pen.beginPath();
  pen.arc(0, 0, rx, 0, 2 * Math.PI);
  // The line itself must not be squeezed.
  pen.restore();
  pen.stroke();
}
