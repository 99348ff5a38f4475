// Deterministic synthetic mediation cases as plain documents: what Dexie stores. Copied unchanged from the
// workshop's ../shared/bench/data.js, so that figures can be compared with those in its README.
export function* cases(n, seed = 7) {
  let s = seed >>> 0; const r = () => (s = (Math.imul(s, 1664525) + 1013904223) >>> 0) / 4294967296;
  const pick = a => a[Math.floor(r() * a.length)];
  const SUR = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', GIV = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志';
  const CAT = ['marriage', 'neighbour', 'homestead', 'contract', 'business', 'damages', 'labour', 'village', 'land', 'requisition', 'environment', 'traffic', 'property', 'medical', 'consumer', 'other'];
  const OUT = ['success', 'success', 'fail', 'withdrawn', 'open'];
  const W = ['宅基地边界', '排水沟堵塞', '承包合同', '拖欠工资', '噪声扰民', '房屋漏水', '交通事故赔偿', '物业费', '赡养老人', '土地流转', '果树遮光', '彩礼返还', '医疗费用', '农资质量', '拆迁补偿', '相邻通行'];
  const S = ['双方因', '发生争执,', '经村委会劝解未果,', '申请调解。', '申请人称', '被申请人认为', '调解员现场查看,', '征询两地司法所意见,', '提出折中方案,', '双方表示愿意再次协商。'];
  const hex = k => Array.from({ length: k }, () => Math.floor(r() * 16).toString(16)).join('');
  const name = () => pick(SUR) + pick(GIV) + (r() < .7 ? pick(GIV) : '');
  for (let i = 0; i < n; i++) {
    const id = hex(8) + '-' + hex(4) + '-7' + hex(3) + '-' + hex(12);
    const opened = Date.UTC(2022, 0, 1) + Math.floor(r() * 1000) * 864e5;
    let facts = ''; while (facts.length < 220) facts += pick(S) + (r() < .4 ? pick(W) : '');
    const county = 110101 + Math.floor(r() * 215), outcome = pick(OUT);
    const ev = []; for (let k = 0; k < 6; k++) ev.push({ id: hex(16), at: opened + k * 3 * 864e5, by: 'm' + Math.floor(r() * 3000), kind: ['registered', 'accepted', 'assigned', 'session', 'agreement', 'closed'][k], note: pick(S) + pick(W) });
    yield { id, no: '(2024)' + county + '民调' + String(i).padStart(6, '0') + '号', title: name() + '与' + name() + pick(W) + '纠纷', category: pick(CAT), outcome, county, month: new Date(opened).toISOString().slice(0, 7), org: 'o' + Math.floor(r() * 5000), amount: Math.floor(r() * 100000), parties: [{ name: name(), phone: '138' + Math.floor(1e7 + r() * 8e7), role: 'applicant' }, { name: name(), phone: '139' + Math.floor(1e7 + r() * 8e7), role: 'respondent' }], facts, events: ev };
  }
}
