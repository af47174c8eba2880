import { nouns } from './nouns.ts';

/** Chinese words of many trades. */
export const chineseNouns = nouns(`
采购单 purchase-order|采购订单 purchase-order|采购 purchase|采购员 buyer|销售 sale
销售订单 sales-order|销售单 sales-order|单号 order-number|订单号 order-number
订单编号 order-number|下单时间 ordered-at|收货地址 shipping-address|收货人 recipient
收件人 recipient|物流单号 tracking-number|运费 shipping-fee|优惠券 coupon|折扣 discount
积分 points|注册日期 registered-on|注册时间 registered-at|登记日期 registered-on
入职日期 hire-date|入职时间 hire-date|离职日期 leave-date|工资 salary|薪资 salary|奖金 bonus
班次 shift|排班 shift|打卡 attendance|打卡记录 attendance|上班时间 clock-in|下班时间 clock-out
加班 overtime|假期 leave|请假单 leave-request|报销 expense-claim|报销单 expense-claim
出差 business-trip|书名 title|书号 isbn|出版日期 published-on|借阅人 borrower
借阅日期 loan-date|归还日期 return-date|应还日期 due-date|罚款 fine|馆藏 holding|书架 shelf
院系 faculty|系 department|年级 school-year|学期 semester|学分 credits|选课 enrollment
教室 classroom|作业 homework|试卷 exam-paper|试题 question|选项 choice|答卷 answer-sheet
考生 examinee|家长 guardian|学校 school|培训 training|讲师 instructor|教练 coach|学员 trainee
会议 meeting|会议纪要 minutes|议题 agenda-item|日程 schedule-entry|待办 todo|待办事项 todo
子任务 sub-task|里程碑 milestone|缺陷 defect|需求单 request|经办人 assignee|处理人 assignee
申请人 applicant|审批人 approver|审批意见 approval-note|审核人 reviewer|审核状态 review-status
驳回原因 rejection-reason|联系人 contact|联系人姓名 contact-name|商机 opportunity|线索 lead
跟进记录 follow-up|回访 follow-up|拜访 visit|投诉 complaint|反馈 feedback|意见 feedback
咨询 inquiry|报价 quote|报价单 quote|付款单 payment|收款 receipt|收款单 receipt|退款 refund
退货 return|退货单 return|换货 exchange|税率 tax-rate|税额 tax-amount|银行卡 bank-card
银行账号 bank-account|交易 transaction|交易记录 transaction|转账 transfer|充值 top-up
提现 withdrawal|预算 budget|账本 account-book|挂号 registration|就诊 visit|就诊记录 visit
门诊 outpatient-visit|住院 hospital-stay|病房 ward|床位 bed|护士 nurse|诊断 diagnosis
症状 symptoms|过敏史 allergies|血型 blood-type|疫苗 vaccine|疫苗接种 vaccination
检查 examination|体检 checkup|药物 medicine|剂量 dosage|库房 warehouse|货架 shelf
货位 storage-location|货物 goods|物料 material|原料 raw-material|零件 part|批次 batch
批号 batch-number|盘点 stocktaking|调拨 stock-transfer|出库单 stock-issue|入库单 stock-receipt
生产 production|生产计划 production-plan|工序 process-step|质检 inspection|车间 workshop
产线 production-line|维修 repair|维修记录 repair|维修单 repair-order|保养 maintenance
巡检 inspection|故障 failure|设备编号 device-number|传感器 sensor|测量值 measurement|报警 alarm
告警 alarm|酒店 hotel|房型 room-type|房号 room-number|房间号 room-number|入住 check-in
入住日期 check-in|退房日期 check-out|客人 guest|旅客 guest|餐厅 restaurant|餐桌 table
桌号 table-number|套餐 set-meal|口味 flavor|原价 original-price|售价 sale-price
进价 purchase-price|成本 cost|利润 profit|保质期 shelf-life|生产日期 produced-on|产地 origin
图书馆 library|演出 show|剧院 theatre|演员 actor|导演 director|歌曲 song|歌手 singer|专辑 album
视频 video|相册 album|日记 diary-entry|笔记 note|便签 note|书签 bookmark|好友 friend
粉丝 follower|关注 follow|私信 message|聊天记录 chat-message|话题 topic|回复 reply|举报 report
封面 cover|浏览量 view-count|点赞数 like-count|发布时间 published-at|发布人 author
发布者 author|旅行 trip|行程 itinerary|景点 sight|路线 route|线路 route|站点 stop
车次 train-number|车票 ticket|机票 flight-ticket|停车场 parking-lot|车位 parking-space
车型 car-model|车主 car-owner|里程 mileage|加油 refuelling|保险 insurance|租赁 rental|租金 rent
押金 deposit|租客 tenant|房东 landlord|房屋 house|房源 listing|户型 floor-plan|面积 area
楼层 floor|小区 community|住户 resident|居民 resident|物业费 property-fee|访客 visitor
志愿者 volunteer|捐赠 donation|捐款 donation|筹款 fundraiser|职工 employee|简历 resume
招聘 recruitment|应聘 application|应聘者 applicant|候选人 candidate|面试 interview
绩效 performance-review|考核 assessment|证书 certificate|技能 skill|比赛 match|球队 team
球员 player|选手 contestant|报名 enrollment|报名时间 enrolled-at|名额 capacity|人数 headcount
农产品 produce|作物 crop|地块 plot|农场 farm|养殖 breeding|饲料 feed|天气 weather
温度 temperature|湿度 humidity|经度 longitude|纬度 latitude|区域 region|省份 province
街道 street|邮编 postal-code|民族 ethnicity|学历 education|籍贯 native-place
婚姻状况 marital-status|身份证 id-card|护照 passport|主人 owner|主治医生 doctor
预约时间 starts-at|预约日期 appointment-date|服务 service|服务项目 service|技师 technician
美容师 beautician|会员卡 membership-card|会员等级 member-level|等级 level|有效期 valid-until
开始时刻 start-time|提交时间 submitted-at|作者姓名 author|出生年月 birth-date|店员 clerk
客服 support-agent
`);
