import { createRoot } from 'react-dom/client';
import { Start } from './Start.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Start />);
