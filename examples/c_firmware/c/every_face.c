// Every face: a table for every_face.h. `cargo run --example generate` writes this file.

#include "microloss.h"
#include "every_face.h"

enum { ROWS = 37 };
static const uint32_t pool_number[] = {
    0xC006EF4E, 0xBF85DDEC, 0x3D0B0080, 0x3FD1CCE8, 0xC0661F26, 0xBF859CFC, 0x400CADBA, 0x3EE625F0, 0xC0778E34, 0x3F8E9680,
    0xBFFF89C0, 0xBF1EF868, 0x3F39BBC8, 0x402C8290, 0xC007A422, 0x40763170, 0x4038C630, 0xBFB14790, 0x3FBAFC34, 0x3E80DB40,
    0xC011700E, 0xC04A7A7E, 0xC05BE184, 0xBFB97758, 0xC03D88E2, 0x3FD43864, 0x3F29C0B0, 0xBF772B10, 0xBFF2BDC4, 0x40007694,
    0x405C84D4, 0xC0253C56, 0xBFA9D450, 0x40776B6E, 0xBF642D98, 0x3EC4CD10, 0xBE8AC260,
};
static const uint32_t pool_number_2[] = {
    0xBFE6FA58, 0xBFF79008, 0x3F586070, 0xBFAB8880, 0xBF8B0580, 0x3F94AAF0, 0xC0779B74, 0xBFA4AE50, 0x403DBC2C, 0xBFEC5744,
    0x3FDCBCFC, 0x3E8B2480, 0xBFB52784, 0xC04516C6, 0x3F638368, 0x3FA1F964, 0x403D70A0, 0x40220D14, 0x40634108, 0xBF0321F0,
    0x40628AF6, 0xBFF3F520, 0x4001B6F2, 0xBF9D4864, 0x3F8A06D8, 0xC07D93A6, 0xBFBB7604, 0x3ED7C6C0, 0x3F83A150, 0xC00147A8,
    0x3E020140, 0xBF774650, 0x3FF47FA8, 0xBF38EE38, 0xBFACD0C4, 0x407474D0, 0xBF378DB0,
};
static const uint32_t pool_pair[] = {
    0xC006EF4E, 0xBF85DDEC, 0x3D0B0080, 0x3FD1CCE8, 0xC0661F26, 0xBF859CFC, 0x400CADBA, 0x3EE625F0, 0xC0778E34, 0x3F8E9680,
    0xBFFF89C0, 0xBF1EF868, 0x3F39BBC8, 0x402C8290, 0xC007A422, 0x40763170, 0x4038C630, 0xBFB14790, 0x3FBAFC34, 0x3E80DB40,
    0xC011700E, 0xC04A7A7E, 0xC05BE184, 0xBFB97758, 0xC03D88E2, 0x3FD43864, 0x3F29C0B0, 0xBF772B10, 0xBFF2BDC4, 0x40007694,
    0x405C84D4, 0xC0253C56, 0xBFA9D450, 0x40776B6E, 0xBF642D98, 0x3EC4CD10, 0xBE8AC260, 0x407D1A0A, 0x40400626, 0x3FD87B60,
    0x406A5B9A, 0x4073322E, 0xC030A960, 0xBF82CA48, 0x3FBEA1E4, 0xC02C43E0, 0xBD7F9380, 0xC026F756, 0x3F3CA698, 0x403E60AE,
    0xBFAD6D00, 0xC0762CDA, 0x4066F21C, 0xC009CEE6, 0x4029BEB8, 0xC072BD2A, 0xBF6DDB10, 0xC06810D0, 0xBF9E2F08, 0xC03CDB3E,
    0x401E886E, 0xBF3CAB30, 0xC034938A, 0x3F6349D0, 0x4016AB9C, 0x405DDDF4, 0xC07A4930, 0xC070460E, 0x407EB92C, 0x401B8CB2,
    0xBEB6EE80, 0xBF5E68F0, 0x3FAFD40C, 0x406E353A,
};
static const uint32_t pool_pair_2[] = {
    0xBFE6FA58, 0xBFF79008, 0x3F586070, 0xBFAB8880, 0xBF8B0580, 0x3F94AAF0, 0xC0779B74, 0xBFA4AE50, 0x403DBC2C, 0xBFEC5744,
    0x3FDCBCFC, 0x3E8B2480, 0xBFB52784, 0xC04516C6, 0x3F638368, 0x3FA1F964, 0x403D70A0, 0x40220D14, 0x40634108, 0xBF0321F0,
    0x40628AF6, 0xBFF3F520, 0x4001B6F2, 0xBF9D4864, 0x3F8A06D8, 0xC07D93A6, 0xBFBB7604, 0x3ED7C6C0, 0x3F83A150, 0xC00147A8,
    0x3E020140, 0xBF774650, 0x3FF47FA8, 0xBF38EE38, 0xBFACD0C4, 0x407474D0, 0xBF378DB0, 0x3ECEC190, 0x40587D80, 0xC05C1B34,
    0x3FF8B228, 0xC02ED064, 0x407D0E26, 0x4054FFA8, 0x403E35FA, 0xC058FCC4, 0xBF529E20, 0x4044F72E, 0x4010EA6E, 0x3F144068,
    0xC024DA26, 0xBFDF14B8, 0x4049CC1A, 0x40299FBA, 0x3E262380, 0xBFBA345C, 0x4070F724, 0xBF83DFB0, 0xBFDBF810, 0xBF938A00,
    0xC01189CC, 0xC02E2416, 0xC04A8BFE, 0x402B38F8, 0x3F57A9C8, 0xBEEEEFC0, 0xC00B8A42, 0x3D0F0000, 0x4018B388, 0x3EAD7060,
    0x3F1E3C58, 0x403C80E0, 0xC0196864, 0xC02A8004,
};
static const uint32_t pool_corners[] = {
    0xC006EF4E, 0xBF85DDEC, 0x3D0B0080, 0x3FD1CCE8, 0xC0661F26, 0xBF859CFC, 0x400CADBA, 0x3EE625F0, 0xC0778E34, 0x3F8E9680,
    0xBFFF89C0, 0xBF1EF868, 0x3F39BBC8, 0x402C8290, 0xC007A422, 0x40763170, 0x4038C630, 0xBFB14790, 0x3FBAFC34, 0x3E80DB40,
    0xC011700E, 0xC04A7A7E, 0xC05BE184, 0xBFB97758, 0xC03D88E2, 0x3FD43864, 0x3F29C0B0, 0xBF772B10, 0xBFF2BDC4, 0x40007694,
    0x405C84D4, 0xC0253C56, 0xBFA9D450, 0x40776B6E, 0xBF642D98, 0x3EC4CD10, 0xBE8AC260, 0x407D1A0A, 0x40400626, 0x3FD87B60,
    0x406A5B9A, 0x4073322E, 0xC030A960, 0xBF82CA48, 0x3FBEA1E4, 0xC02C43E0, 0xBD7F9380, 0xC026F756, 0x3F3CA698, 0x403E60AE,
    0xBFAD6D00, 0xC0762CDA, 0x4066F21C, 0xC009CEE6, 0x4029BEB8, 0xC072BD2A, 0xBF6DDB10, 0xC06810D0, 0xBF9E2F08, 0xC03CDB3E,
    0x401E886E, 0xBF3CAB30, 0xC034938A, 0x3F6349D0, 0x4016AB9C, 0x405DDDF4, 0xC07A4930, 0xC070460E, 0x407EB92C, 0x401B8CB2,
    0xBEB6EE80, 0xBF5E68F0, 0x3FAFD40C, 0x406E353A, 0x3FEF3F80, 0xBDBF61C0, 0xBF2CB9B0, 0xC0353C2E, 0x404DDF24, 0x3FFCE608,
    0x3F8B8B74, 0x3F201508, 0x3E9FB440, 0xC0653FFC, 0xBF20E470, 0x3F01BB48, 0x40648A92, 0xBFA78F10, 0x400DE7FA, 0xBFE73368,
    0x4052766A, 0x4061ED68, 0xBF0B2680, 0xBF0BD828, 0xBF96188C, 0xC07543A2, 0x3FA64404, 0x3FFEF130, 0xBEEDEAC0, 0xBB228000,
    0x402E6546, 0xBFDECD0C, 0xC07F2E24, 0xBF986614, 0x3FA4DA28, 0xC0569B9A, 0xBFD23304, 0xC011EFD8, 0xC002BF2C, 0x400BA9A2,
    0x3C443800, 0x3F6C01F8, 0x3F1FA9C0, 0x407759F6, 0xBE2AAD00, 0xBFCF1BFC, 0x40795E4E, 0x3FE09D54, 0x3F82A41C, 0xBECA5630,
    0x3F4F8D58, 0xC0436E78, 0x4060E9FA, 0x40261F2E, 0xC07B050E, 0xC01CDB2A, 0x3EFF54F0, 0xC076EE98, 0x3EFE4830, 0xBE4B4A40,
    0xBEBCBF10, 0xBEEBF090, 0xC0760402, 0x3FB8A0C4, 0x4067E528, 0x3FF20690, 0x3D4D3080, 0x401DCFB2, 0xBF9A0A44, 0x3F8C98FC,
    0x406EEEB6, 0xBFCF04DC, 0x400F80EA, 0x3F2D0468, 0x3F239F18, 0xC0389136, 0xC072CA8A, 0x3F01E480,
};
static const uint32_t pool_rectangle_2[] = {
    0xBFE6FA58, 0xBFF79008, 0xBF759440, 0xBF180F10, 0xBF8B0580, 0x3F94AAF0, 0x403218B4, 0x401CACA0, 0x403DBC2C, 0xBFEC5744,
    0x40960D55, 0xBFC98E24, 0xBFB52784, 0xC04516C6, 0xBF06CBA0, 0xBFE83428, 0x403D70A0, 0x40220D14, 0x40D058D4, 0x4042D590,
    0x40628AF6, 0xBFF3F520, 0x40B220F4, 0xBF2D5978, 0x3F8A06D8, 0xC07D93A6, 0x4022BE6E, 0xC0629ACE, 0x3F83A150, 0xC00147A8,
    0x3F93E178, 0xBF86EC28, 0x3FF47FA8, 0xBF38EE38, 0x4050A836, 0x40463942, 0xBF378DB0, 0x3ECEC190, 0x402A9A14, 0x4075F366,
    0x3FF8B228, 0xC02ED064, 0x40BCB39D, 0x3F18BD10, 0x403E35FA, 0xC058FCC4, 0x4072DD82, 0xBEA02CB0, 0x4010EA6E, 0x3F144068,
    0x409AE24A, 0x40149A76, 0x4049CC1A, 0x40299FBA, 0x40542E52, 0x40835CF4, 0x4070F724, 0xBF83DFB0, 0x40AF7996, 0x3DFAA500,
    0xC01189CC, 0xC02E2416, 0x3F6408C8, 0xBD3AC780, 0x3F57A9C8, 0xBEEEEFC0, 0x404174B4, 0xBEDD0FC0, 0x4018B388, 0x3EAD7060,
    0x4040429E, 0x40522EEC, 0xC0196864, 0xC02A8004, 0xBF29DFD0, 0x3F86D9BC, 0xC07B14AA, 0x4069D460, 0xC01F37F6, 0x40D89515,
    0xBFB78C44, 0xBFB8A780, 0x3FC19654, 0x3D9EC480, 0x3F71B378, 0x401AD524, 0x3F937D84, 0x402A2D1A, 0xC0088B86, 0x3E071160,
    0x3F6D5BA8, 0x400499CC, 0x3F49BD78, 0xBF680590, 0x4008EBEC, 0x3FA45C80, 0xBF855A9C, 0xC0071F42, 0xBF1EBF38, 0x3F1A0838,
    0x4001121A, 0x40726706, 0x40801467, 0x40C3ECF9, 0x3F511F08, 0xBF4EAA18, 0x40884E8E, 0x3FA83280, 0xC039A3B0, 0xBF584D78,
    0xC0196142, 0x3EE620E0, 0xBFADA224, 0x3DAE30C0, 0xBF33F6D8, 0x407535CA, 0xBFBD8580, 0xC00DCA50, 0x3FF64FC4, 0x3FBFEFD4,
    0xBF6ED238, 0xBF89C1B8, 0xBF3B4B10, 0xBF22FA38, 0xBF45CF58, 0x3DB60DC0, 0xBF17F648, 0x3F87A5BC, 0x3FEC9120, 0xBFBCDED4,
    0x4004BAAE, 0x3F91B7AC, 0x4066084E, 0xC0536CE0, 0x40BEF237, 0x3D5E6E00, 0xC07AC676, 0xC04CBFE8, 0xC0753994, 0x3EDA1330,
    0x3F5D63B0, 0xBF288FF0, 0x402BA3FA, 0x40295B66, 0x4039999C, 0xC0061014, 0x40A62EC7, 0xBF106D40,
};
static const uint32_t pool_share[] = {
    0x3C5168FD, 0x3CA3845C, 0x3CDF48A8, 0x3D1C10A1, 0x3B330CD0, 0x3CA3A070, 0x3D2B8965, 0x3CF6494A, 0x3A69B530, 0x3D0D8853,
    0x3C5DCE0E, 0x3CBB0890, 0x3D02C831, 0x3D394D37, 0x3C503034, 0x3D592A23, 0x3D3E9AE4, 0x3C90BE76, 0x3D1721C6, 0x3CEB55F9,
    0x3C3F3E2D, 0x3BB927D0, 0x3B79E7AD, 0x3C8D342D, 0x3BE5EF1C, 0x3D1C9692, 0x3D010DEA, 0x3CA7F6B0, 0x3C68DF56, 0x3D26411D,
    0x3D4E0FED, 0x3C1CFF6B, 0x3C93F737, 0x3D59B1EA, 0x3CAC11D1, 0x3CF2AE63, 0x3CCE6787,
};
static const uint32_t pool_share_2[] = {
    0x3C730BD0, 0x3C64B3DD, 0x3D061843, 0x3C933A98, 0x3CA149BB, 0x3D0ED8DA, 0x3A68467D, 0x3C96312A, 0x3D40C013, 0x3C6E686B,
    0x3D1E6E0D, 0x3CEC72A6, 0x3C8F1182, 0x3BCBCCE4, 0x3D074C7A, 0x3D11B962, 0x3D409F68, 0x3D34C763, 0x3D50F987, 0x3CC10D6B,
    0x3D50AACB, 0x3C67D20E, 0x3D26CBA7, 0x3C996428, 0x3D0C8BDC, 0x3986214C, 0x3C8C5758, 0x3CF4BB8A, 0x3D0B29CC, 0x3C5B3107,
    0x3CE46EC5, 0x3CA7F0CC, 0x3D239139, 0x3CB56BA1, 0x3C92ACA4, 0x3D5869DD, 0x3CB5B7DA,
};
static const uint32_t pool_probability[] = {
    0x3F800000, 0x3F011601, 0x3D4F06D0, 0x3F800000, 0x3F0E625F, 0x3F23A5A0, 0x00000000, 0x3F173779, 0x00000000, 0x3F7B18B8,
    0x00000000, 0x3F2EBF0D, 0x3E5D1FE4, 0x3F800000, 0x3EA34454, 0x3F350E19, 0x3EC2353C, 0x3F403B4A, 0x3E358754, 0x3F7BB5B7,
    0x3F0C4CD1, 0x3F7E8D05, 0x3F361ED8, 0x3F799917, 0x00000000, 0x3F2FA879, 0x00000000, 0x3F800000, 0x3F1794D3, 0x3EA94980,
    0x3F73790E, 0x3F54DF5C, 0x3EC4893C, 0x00000000, 0x3E064984, 0x3ED0D534, 0x3F1C693A,
};
static const uint32_t pool_probability_2[] = {
    0x3E8437FC, 0x3EAA3BC0, 0x00000000, 0x3C8648C0, 0x3F5EDE16, 0x3F372F3F, 0x00000000, 0x3DEBA4E8, 0x3F287E59, 0x00000000,
    0x3F71A084, 0x3F71457B, 0x00000000, 0x3F800000, 0x3F2281B6, 0x3EA244FE, 0x3F20E854, 0x3F04100A, 0x3F3D1FEA, 0x3F800000,
    0x3F7A3A68, 0x3F0CEC19, 0x00000000, 0x3F3E2C8A, 0x3F7E8713, 0x3F5F1AFD, 0x3ECB5878, 0x3F487537, 0x3E364BB4, 0x3F64E60D,
    0x3F05311C, 0x3F800000, 0x3EBE1028, 0x3EB63B00, 0x3E23B7D4, 0x3F800000, 0x3F1AF539,
};
static const uint32_t pool_sign_2[] = {
    0xBF800000, 0xBF800000, 0xBF800000, 0x3F800000, 0x3F800000, 0xBF800000, 0x3F800000, 0xBF800000, 0x3F800000, 0xBF800000,
    0xBF800000, 0xBF800000, 0xBF800000, 0xBF800000, 0xBF800000, 0xBF800000, 0x3F800000, 0xBF800000, 0x3F800000, 0x3F800000,
    0xBF800000, 0xBF800000, 0xBF800000, 0x3F800000, 0x3F800000, 0xBF800000, 0xBF800000, 0xBF800000, 0x3F800000, 0xBF800000,
    0xBF800000, 0x3F800000, 0xBF800000, 0xBF800000, 0xBF800000, 0xBF800000, 0xBF800000,
};
static const uint8_t pool_coin_2[] = {
    0, 0, 0, 1, 1, 0, 1, 0, 1, 0,
    0, 0, 0, 0, 0, 0, 1, 0, 1, 1,
    0, 0, 0, 1, 1, 0, 0, 0, 1, 0,
    0, 1, 0, 0, 0, 0, 0,
};
static const uint32_t pool_lengths_2[] = {
    0x00000011, 0x0000002B, 0x00000011, 0x00000009, 0x0000001F, 0x0000001F, 0x0000000F, 0x0000001B, 0x0000002F, 0x00000032,
    0x00000022, 0x00000025, 0x0000001A, 0x00000030, 0x00000030, 0x0000002C, 0x0000001B, 0x00000031, 0x00000013, 0x00000015,
    0x0000000E, 0x00000009, 0x00000030, 0x00000026, 0x00000027, 0x00000006, 0x00000030, 0x0000001D, 0x00000025, 0x0000000F,
    0x00000009, 0x00000023, 0x00000019, 0x00000008, 0x00000032, 0x00000003, 0x00000027, 0x00000020, 0x0000000B, 0x00000011,
    0x0000002B, 0x00000003, 0x00000018, 0x00000031, 0x00000026, 0x00000011, 0x0000001D, 0x0000001A, 0x00000008, 0x00000024,
    0x00000022, 0x00000001, 0x00000002, 0x0000002E, 0x0000000B, 0x00000022, 0x0000000D, 0x00000027, 0x00000025, 0x0000001D,
    0x0000000B, 0x00000008, 0x00000004, 0x0000001D, 0x00000016, 0x00000019, 0x0000000A, 0x00000019, 0x00000019, 0x0000000F,
    0x0000001A, 0x00000027, 0x0000002B, 0x0000000D,
};
static const uint32_t pool_action_2[] = {
    0xBFE6FA58, 0xBFF79008, 0x3F586070, 0xBFAB8880, 0xBF8B0580, 0x3F94AAF0, 0xC0779B74, 0xBFA4AE50, 0x403DBC2C, 0xBFEC5744,
    0x3FDCBCFC, 0x3E8B2480, 0xBFB52784, 0xC04516C6, 0x3F638368, 0x3FA1F964, 0x403D70A0, 0x40220D14, 0x40634108, 0xBF0321F0,
    0x40628AF6, 0xBFF3F520, 0x4001B6F2, 0xBF9D4864, 0x3F8A06D8, 0xC07D93A6, 0xBFBB7604, 0x3ED7C6C0, 0x3F83A150, 0xC00147A8,
    0x3E020140, 0xBF774650, 0x3FF47FA8, 0xBF38EE38, 0xBFACD0C4, 0x407474D0, 0xBF378DB0, 0x3ECEC190, 0x40587D80, 0xC05C1B34,
    0x3FF8B228, 0xC02ED064, 0x407D0E26, 0x4054FFA8, 0x403E35FA, 0xC058FCC4, 0xBF529E20, 0x4044F72E, 0x4010EA6E, 0x3F144068,
    0xC024DA26, 0xBFDF14B8, 0x4049CC1A, 0x40299FBA, 0x3E262380, 0xBFBA345C, 0x4070F724, 0xBF83DFB0, 0xBFDBF810, 0xBF938A00,
    0xC01189CC, 0xC02E2416, 0xC04A8BFE, 0x402B38F8, 0x3F57A9C8, 0xBEEEEFC0, 0xC00B8A42, 0x3D0F0000, 0x4018B388, 0x3EAD7060,
    0x3F1E3C58, 0x403C80E0, 0xC0196864, 0xC02A8004,
};
static const uint32_t pool_estimate_2[] = {
    0xBFE6FA58, 0xBFF79008, 0x3F586070, 0xBFAB8880, 0xBF8B0580, 0x3F94AAF0, 0xC0779B74, 0xBFA4AE50, 0x403DBC2C, 0xBFEC5744,
    0x3FDCBCFC, 0x3E8B2480, 0xBFB52784, 0xC04516C6, 0x3F638368, 0x3FA1F964, 0x403D70A0, 0x40220D14, 0x40634108, 0xBF0321F0,
    0x40628AF6, 0xBFF3F520, 0x4001B6F2, 0xBF9D4864, 0x3F8A06D8, 0xC07D93A6, 0xBFBB7604, 0x3ED7C6C0, 0x3F83A150, 0xC00147A8,
    0x3E020140, 0xBF774650, 0x3FF47FA8, 0xBF38EE38, 0xBFACD0C4, 0x407474D0, 0xBF378DB0, 0x3ECEC190, 0x40587D80, 0xC05C1B34,
    0x3FF8B228, 0xC02ED064, 0x407D0E26, 0x4054FFA8, 0x403E35FA, 0xC058FCC4, 0xBF529E20, 0x4044F72E, 0x4010EA6E, 0x3F144068,
    0xC024DA26, 0xBFDF14B8, 0x4049CC1A, 0x40299FBA, 0x3E262380, 0xBFBA345C, 0x4070F724, 0xBF83DFB0, 0xBFDBF810, 0xBF938A00,
    0xC01189CC, 0xC02E2416, 0xC04A8BFE, 0x402B38F8, 0x3F57A9C8, 0xBEEEEFC0, 0xC00B8A42, 0x3D0F0000, 0x4018B388, 0x3EAD7060,
    0x3F1E3C58, 0x403C80E0, 0xC0196864, 0xC02A8004,
};
static const uint32_t pool_verdict_2[] = {
    0xBFE6FA58, 0x00000000, 0x3F586070, 0x00000001, 0xBF8B0580, 0x00000000, 0xC0779B74, 0x00000000, 0x403DBC2C, 0x00000000,
    0x3FDCBCFC, 0x00000000, 0xBFB52784, 0x00000000, 0x3F638368, 0x00000000, 0x403D70A0, 0x00000000, 0x40634108, 0x00000001,
    0x40628AF6, 0x00000000, 0x4001B6F2, 0x00000001, 0x3F8A06D8, 0x00000000, 0xBFBB7604, 0x00000000, 0x3F83A150, 0x00000000,
    0x3E020140, 0x00000001, 0x3FF47FA8, 0x00000000, 0xBFACD0C4, 0x00000000, 0xBF378DB0, 0x00000000, 0x40587D80, 0x00000001,
    0x3FF8B228, 0x00000000, 0x407D0E26, 0x00000001, 0x403E35FA, 0x00000000, 0xBF529E20, 0x00000001, 0x4010EA6E, 0x00000000,
    0xC024DA26, 0x00000001, 0x4049CC1A, 0x00000000, 0x3E262380, 0x00000000, 0x4070F724, 0x00000001, 0xBFDBF810, 0x00000001,
    0xC01189CC, 0x00000001, 0xC04A8BFE, 0x00000000, 0x3F57A9C8, 0x00000001, 0xC00B8A42, 0x00000001, 0x4018B388, 0x00000001,
    0x3F1E3C58, 0x00000001, 0xC0196864, 0x00000000,
};
static const uint32_t pool_end[] = {
    0x00000002, 0xBF85DDEC, 0x00000002, 0x3FD1CCE8, 0x00000000, 0x00000000, 0x00000002, 0x400CADBA, 0x00000000, 0x00000000,
    0x00000000, 0x00000000, 0x00000001, 0x00000000, 0x00000001, 0x00000000, 0x00000000, 0x00000000, 0x00000002, 0x402C8290,
    0x00000000, 0x00000000, 0x00000001, 0x00000000, 0x00000001, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
    0x00000000, 0x00000000, 0x00000002, 0xC04A7A7E, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
    0x00000002, 0x3F29C0B0, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
    0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000002, 0xBE8AC260,
    0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000001, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
    0x00000001, 0x00000000, 0x00000000, 0x00000000,
};
static const uint32_t pool_counts[] = {
    0x00000041, 0x0000014D, 0x00000115, 0x000001DE, 0x000001E1, 0x000001E9, 0x0000016D, 0x00000127, 0x000000D2, 0x0000010C,
    0x00000174, 0x00000143, 0x00000089, 0x000001A0, 0x000001A3, 0x0000016C, 0x00000120, 0x0000003C, 0x000000AD, 0x00000194,
    0x00000195, 0x00000125, 0x00000032, 0x000001AE, 0x000001B3, 0x0000007D, 0x000000DE, 0x00000132, 0x00000023, 0x0000005A,
    0x00000046, 0x000000A5, 0x0000007C, 0x00000037, 0x00000175, 0x000000CD, 0x000000FA,
};
static const uint32_t pool_weight[] = {
    0x3F3D110A, 0x3FB4733A, 0x3F3D3182, 0x3F8E625F, 0x3FA3A5A0, 0x00000000, 0x3F973779, 0x00000000, 0x3FFB18B8, 0x00000000,
    0x00000000, 0x3F880DB4, 0x3E561608, 0x3F234454, 0x3FB50E19, 0x3F42353C, 0x3FC03B4A, 0x3EB58754, 0x00000000, 0x3F46F49A,
    0x3F6EA7B4, 0x3FE00313, 0x00000000, 0x3FF99917, 0x00000000, 0x3FAFA879, 0x00000000, 0x3EB21154, 0x3FDF3057, 0x00000000,
    0x3FF3790E, 0x3FD4DF5C, 0x3F44893C, 0x00000000, 0x3E864984, 0x3F50D534, 0x3F9C693A,
};
static microloss_status call_squared_error(const call *c) {
    return microloss_squared_error(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_squared_error_value(const call *c) {
    return microloss_squared_error_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_squared_error_with(const call *c) {
    return microloss_squared_error_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_squared_error_value_with(const call *c) {
    return microloss_squared_error_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_squared_error_terms(const call *c) {
    return microloss_squared_error_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_squared_error_denominator(const call *c) {
    return microloss_squared_error_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_absolute_error(const call *c) {
    return microloss_absolute_error(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_absolute_error_value(const call *c) {
    return microloss_absolute_error_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_absolute_error_with(const call *c) {
    return microloss_absolute_error_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_absolute_error_value_with(const call *c) {
    return microloss_absolute_error_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_absolute_error_terms(const call *c) {
    return microloss_absolute_error_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_absolute_error_denominator(const call *c) {
    return microloss_absolute_error_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_huber(const call *c) {
    return microloss_huber(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_huber_value(const call *c) {
    return microloss_huber_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_huber_with(const call *c) {
    return microloss_huber_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_huber_value_with(const call *c) {
    return microloss_huber_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_huber_terms(const call *c) {
    return microloss_huber_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_huber_denominator(const call *c) {
    return microloss_huber_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_smooth_l1(const call *c) {
    return microloss_smooth_l1(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_smooth_l1_value(const call *c) {
    return microloss_smooth_l1_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_smooth_l1_with(const call *c) {
    return microloss_smooth_l1_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_smooth_l1_value_with(const call *c) {
    return microloss_smooth_l1_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_smooth_l1_terms(const call *c) {
    return microloss_smooth_l1_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_smooth_l1_denominator(const call *c) {
    return microloss_smooth_l1_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_pseudo_huber(const call *c) {
    return microloss_pseudo_huber(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_pseudo_huber_value(const call *c) {
    return microloss_pseudo_huber_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_pseudo_huber_with(const call *c) {
    return microloss_pseudo_huber_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_pseudo_huber_value_with(const call *c) {
    return microloss_pseudo_huber_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_pseudo_huber_terms(const call *c) {
    return microloss_pseudo_huber_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_pseudo_huber_denominator(const call *c) {
    return microloss_pseudo_huber_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_general_robust(const call *c) {
    return microloss_general_robust(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_general_robust_value(const call *c) {
    return microloss_general_robust_value(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_general_robust_with(const call *c) {
    return microloss_general_robust_with(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_general_robust_value_with(const call *c) {
    return microloss_general_robust_value_with(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_general_robust_terms(const call *c) {
    return microloss_general_robust_terms(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_general_robust_denominator(const call *c) {
    return microloss_general_robust_denominator(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_log_cosh(const call *c) {
    return microloss_log_cosh(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_log_cosh_value(const call *c) {
    return microloss_log_cosh_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_log_cosh_with(const call *c) {
    return microloss_log_cosh_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_log_cosh_value_with(const call *c) {
    return microloss_log_cosh_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_log_cosh_terms(const call *c) {
    return microloss_log_cosh_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_log_cosh_denominator(const call *c) {
    return microloss_log_cosh_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_quantile(const call *c) {
    return microloss_quantile(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_quantile_value(const call *c) {
    return microloss_quantile_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_quantile_with(const call *c) {
    return microloss_quantile_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_quantile_value_with(const call *c) {
    return microloss_quantile_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_quantile_terms(const call *c) {
    return microloss_quantile_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_quantile_denominator(const call *c) {
    return microloss_quantile_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_expectile(const call *c) {
    return microloss_expectile(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_expectile_value(const call *c) {
    return microloss_expectile_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_expectile_with(const call *c) {
    return microloss_expectile_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_expectile_value_with(const call *c) {
    return microloss_expectile_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_expectile_terms(const call *c) {
    return microloss_expectile_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_expectile_denominator(const call *c) {
    return microloss_expectile_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_epsilon_insensitive(const call *c) {
    return microloss_epsilon_insensitive(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_epsilon_insensitive_value(const call *c) {
    return microloss_epsilon_insensitive_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_epsilon_insensitive_with(const call *c) {
    return microloss_epsilon_insensitive_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_epsilon_insensitive_value_with(const call *c) {
    return microloss_epsilon_insensitive_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_epsilon_insensitive_terms(const call *c) {
    return microloss_epsilon_insensitive_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_epsilon_insensitive_denominator(const call *c) {
    return microloss_epsilon_insensitive_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_squared_epsilon_insensitive(const call *c) {
    return microloss_squared_epsilon_insensitive(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_squared_epsilon_insensitive_value(const call *c) {
    return microloss_squared_epsilon_insensitive_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_squared_epsilon_insensitive_with(const call *c) {
    return microloss_squared_epsilon_insensitive_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_squared_epsilon_insensitive_value_with(const call *c) {
    return microloss_squared_epsilon_insensitive_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_squared_epsilon_insensitive_terms(const call *c) {
    return microloss_squared_epsilon_insensitive_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_squared_epsilon_insensitive_denominator(const call *c) {
    return microloss_squared_epsilon_insensitive_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_periodic(const call *c) {
    return microloss_periodic(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_periodic_value(const call *c) {
    return microloss_periodic_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_periodic_with(const call *c) {
    return microloss_periodic_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_periodic_value_with(const call *c) {
    return microloss_periodic_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_periodic_terms(const call *c) {
    return microloss_periodic_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_periodic_denominator(const call *c) {
    return microloss_periodic_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_gaussian_nll(const call *c) {
    return microloss_gaussian_nll(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_gaussian_nll_value(const call *c) {
    return microloss_gaussian_nll_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_gaussian_nll_with[] = {0x00000001};
static microloss_status call_gaussian_nll_with(const call *c) {
    return microloss_gaussian_nll_with((const microloss_gaussian_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_gaussian_nll_value_with[] = {0x00000001};
static microloss_status call_gaussian_nll_value_with(const call *c) {
    return microloss_gaussian_nll_value_with((const microloss_gaussian_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_gaussian_nll_terms[] = {0x00000001};
static microloss_status call_gaussian_nll_terms(const call *c) {
    return microloss_gaussian_nll_terms((const microloss_gaussian_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_gaussian_nll_denominator(const call *c) {
    return microloss_gaussian_nll_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_laplace_nll(const call *c) {
    return microloss_laplace_nll(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_laplace_nll_value(const call *c) {
    return microloss_laplace_nll_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_laplace_nll_with[] = {0x00000001};
static microloss_status call_laplace_nll_with(const call *c) {
    return microloss_laplace_nll_with((const microloss_laplace_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_laplace_nll_value_with[] = {0x00000001};
static microloss_status call_laplace_nll_value_with(const call *c) {
    return microloss_laplace_nll_value_with((const microloss_laplace_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_laplace_nll_terms[] = {0x00000001};
static microloss_status call_laplace_nll_terms(const call *c) {
    return microloss_laplace_nll_terms((const microloss_laplace_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_laplace_nll_denominator(const call *c) {
    return microloss_laplace_nll_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_poisson_nll(const call *c) {
    return microloss_poisson_nll(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_poisson_nll_value(const call *c) {
    return microloss_poisson_nll_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_poisson_nll_with[] = {0x00000001};
static microloss_status call_poisson_nll_with(const call *c) {
    return microloss_poisson_nll_with((const microloss_poisson_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_poisson_nll_value_with[] = {0x00000001};
static microloss_status call_poisson_nll_value_with(const call *c) {
    return microloss_poisson_nll_value_with((const microloss_poisson_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_poisson_nll_terms[] = {0x00000001};
static microloss_status call_poisson_nll_terms(const call *c) {
    return microloss_poisson_nll_terms((const microloss_poisson_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_poisson_nll_denominator(const call *c) {
    return microloss_poisson_nll_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_gamma_nll(const call *c) {
    return microloss_gamma_nll(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_gamma_nll_value(const call *c) {
    return microloss_gamma_nll_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_gamma_nll_with(const call *c) {
    return microloss_gamma_nll_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_gamma_nll_value_with(const call *c) {
    return microloss_gamma_nll_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_gamma_nll_terms(const call *c) {
    return microloss_gamma_nll_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_gamma_nll_denominator(const call *c) {
    return microloss_gamma_nll_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_sigmoid_cross_entropy(const call *c) {
    return microloss_sigmoid_cross_entropy(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_sigmoid_cross_entropy_value(const call *c) {
    return microloss_sigmoid_cross_entropy_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_sigmoid_cross_entropy_with[] = {0x40200000, 0x3DCCCCCD};
static microloss_status call_sigmoid_cross_entropy_with(const call *c) {
    return microloss_sigmoid_cross_entropy_with((const microloss_sigmoid_cross_entropy_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_sigmoid_cross_entropy_value_with[] = {0x40200000, 0x3DCCCCCD};
static microloss_status call_sigmoid_cross_entropy_value_with(const call *c) {
    return microloss_sigmoid_cross_entropy_value_with((const microloss_sigmoid_cross_entropy_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_sigmoid_cross_entropy_terms[] = {0x40200000, 0x3DCCCCCD};
static microloss_status call_sigmoid_cross_entropy_terms(const call *c) {
    return microloss_sigmoid_cross_entropy_terms((const microloss_sigmoid_cross_entropy_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_sigmoid_cross_entropy_denominator(const call *c) {
    return microloss_sigmoid_cross_entropy_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_sigmoid_focal(const call *c) {
    return microloss_sigmoid_focal(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_sigmoid_focal_value(const call *c) {
    return microloss_sigmoid_focal_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_sigmoid_focal_with[] = {0x3E800000};
static microloss_status call_sigmoid_focal_with(const call *c) {
    return microloss_sigmoid_focal_with((const microloss_sigmoid_focal_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_sigmoid_focal_value_with[] = {0x3E800000};
static microloss_status call_sigmoid_focal_value_with(const call *c) {
    return microloss_sigmoid_focal_value_with((const microloss_sigmoid_focal_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_sigmoid_focal_terms[] = {0x3E800000};
static microloss_status call_sigmoid_focal_terms(const call *c) {
    return microloss_sigmoid_focal_terms((const microloss_sigmoid_focal_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_sigmoid_focal_denominator(const call *c) {
    return microloss_sigmoid_focal_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_bernoulli_nll(const call *c) {
    return microloss_bernoulli_nll(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_bernoulli_nll_value(const call *c) {
    return microloss_bernoulli_nll_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_bernoulli_nll_with[] = {0x3A83126F};
static microloss_status call_bernoulli_nll_with(const call *c) {
    return microloss_bernoulli_nll_with((const microloss_bernoulli_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_bernoulli_nll_value_with[] = {0x3A83126F};
static microloss_status call_bernoulli_nll_value_with(const call *c) {
    return microloss_bernoulli_nll_value_with((const microloss_bernoulli_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_bernoulli_nll_terms[] = {0x3A83126F};
static microloss_status call_bernoulli_nll_terms(const call *c) {
    return microloss_bernoulli_nll_terms((const microloss_bernoulli_nll_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_bernoulli_nll_denominator(const call *c) {
    return microloss_bernoulli_nll_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_hinge(const call *c) {
    return microloss_hinge(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_hinge_value(const call *c) {
    return microloss_hinge_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_hinge_with(const call *c) {
    return microloss_hinge_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_hinge_value_with(const call *c) {
    return microloss_hinge_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_hinge_terms(const call *c) {
    return microloss_hinge_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_hinge_denominator(const call *c) {
    return microloss_hinge_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_squared_hinge(const call *c) {
    return microloss_squared_hinge(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_squared_hinge_value(const call *c) {
    return microloss_squared_hinge_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_squared_hinge_with(const call *c) {
    return microloss_squared_hinge_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_squared_hinge_value_with(const call *c) {
    return microloss_squared_hinge_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_squared_hinge_terms(const call *c) {
    return microloss_squared_hinge_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_squared_hinge_denominator(const call *c) {
    return microloss_squared_hinge_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_hinge_embedding(const call *c) {
    return microloss_hinge_embedding(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_hinge_embedding_value(const call *c) {
    return microloss_hinge_embedding_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_hinge_embedding_with(const call *c) {
    return microloss_hinge_embedding_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_hinge_embedding_value_with(const call *c) {
    return microloss_hinge_embedding_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_hinge_embedding_terms(const call *c) {
    return microloss_hinge_embedding_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_hinge_embedding_denominator(const call *c) {
    return microloss_hinge_embedding_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_perceptron(const call *c) {
    return microloss_perceptron(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_perceptron_value(const call *c) {
    return microloss_perceptron_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_perceptron_with(const call *c) {
    return microloss_perceptron_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_perceptron_value_with(const call *c) {
    return microloss_perceptron_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_perceptron_terms(const call *c) {
    return microloss_perceptron_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_perceptron_denominator(const call *c) {
    return microloss_perceptron_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_modified_huber(const call *c) {
    return microloss_modified_huber(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_modified_huber_value(const call *c) {
    return microloss_modified_huber_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_modified_huber_with(const call *c) {
    return microloss_modified_huber_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_modified_huber_value_with(const call *c) {
    return microloss_modified_huber_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_modified_huber_terms(const call *c) {
    return microloss_modified_huber_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_modified_huber_denominator(const call *c) {
    return microloss_modified_huber_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_smoothed_hinge(const call *c) {
    return microloss_smoothed_hinge(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_smoothed_hinge_value(const call *c) {
    return microloss_smoothed_hinge_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_smoothed_hinge_with(const call *c) {
    return microloss_smoothed_hinge_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_smoothed_hinge_value_with(const call *c) {
    return microloss_smoothed_hinge_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_smoothed_hinge_terms(const call *c) {
    return microloss_smoothed_hinge_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_smoothed_hinge_denominator(const call *c) {
    return microloss_smoothed_hinge_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_box_iou(const call *c) {
    return microloss_box_iou(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_box_iou_value(const call *c) {
    return microloss_box_iou_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_box_iou_with(const call *c) {
    return microloss_box_iou_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_box_iou_value_with(const call *c) {
    return microloss_box_iou_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_box_iou_terms(const call *c) {
    return microloss_box_iou_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_box_iou_denominator(const call *c) {
    return microloss_box_iou_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_box_giou(const call *c) {
    return microloss_box_giou(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_box_giou_value(const call *c) {
    return microloss_box_giou_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_box_giou_with(const call *c) {
    return microloss_box_giou_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_box_giou_value_with(const call *c) {
    return microloss_box_giou_value_with(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_box_giou_terms(const call *c) {
    return microloss_box_giou_terms(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_box_giou_denominator(const call *c) {
    return microloss_box_giou_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_contrastive_divergence(const call *c) {
    return microloss_contrastive_divergence(c->count, (const float *)c->pointers[0], c->reduction, (float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_contrastive_divergence_value(const call *c) {
    return microloss_contrastive_divergence_value(c->count, (const float *)c->pointers[0], c->reduction, (float *)c->pointers[1]);
}
static const uint32_t options_contrastive_divergence_with[] = {0x3F000000};
static microloss_status call_contrastive_divergence_with(const call *c) {
    return microloss_contrastive_divergence_with((const microloss_contrastive_divergence_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static const uint32_t options_contrastive_divergence_value_with[] = {0x3F000000};
static microloss_status call_contrastive_divergence_value_with(const call *c) {
    return microloss_contrastive_divergence_value_with((const microloss_contrastive_divergence_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static const uint32_t options_contrastive_divergence_terms[] = {0x3F000000};
static microloss_status call_contrastive_divergence_terms(const call *c) {
    return microloss_contrastive_divergence_terms((const microloss_contrastive_divergence_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_contrastive_divergence_denominator(const call *c) {
    return microloss_contrastive_divergence_denominator(c->count, (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_loss_averse_squared_error(const call *c) {
    return microloss_loss_averse_squared_error(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_loss_averse_squared_error_value(const call *c) {
    return microloss_loss_averse_squared_error_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_loss_averse_squared_error_with(const call *c) {
    return microloss_loss_averse_squared_error_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_loss_averse_squared_error_value_with(const call *c) {
    return microloss_loss_averse_squared_error_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_loss_averse_squared_error_terms(const call *c) {
    return microloss_loss_averse_squared_error_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_loss_averse_squared_error_denominator(const call *c) {
    return microloss_loss_averse_squared_error_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_loss_averse_absolute_error(const call *c) {
    return microloss_loss_averse_absolute_error(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_loss_averse_absolute_error_value(const call *c) {
    return microloss_loss_averse_absolute_error_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_loss_averse_absolute_error_with(const call *c) {
    return microloss_loss_averse_absolute_error_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_loss_averse_absolute_error_value_with(const call *c) {
    return microloss_loss_averse_absolute_error_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_loss_averse_absolute_error_terms(const call *c) {
    return microloss_loss_averse_absolute_error_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_loss_averse_absolute_error_denominator(const call *c) {
    return microloss_loss_averse_absolute_error_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_margin_ranking(const call *c) {
    return microloss_margin_ranking(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_margin_ranking_value(const call *c) {
    return microloss_margin_ranking_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_margin_ranking_with(const call *c) {
    return microloss_margin_ranking_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_margin_ranking_value_with(const call *c) {
    return microloss_margin_ranking_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_margin_ranking_terms(const call *c) {
    return microloss_margin_ranking_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_margin_ranking_denominator(const call *c) {
    return microloss_margin_ranking_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_bradley_terry(const call *c) {
    return microloss_bradley_terry(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_bradley_terry_value(const call *c) {
    return microloss_bradley_terry_value(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_bradley_terry_with[] = {0x3C23D70A};
static microloss_status call_bradley_terry_with(const call *c) {
    return microloss_bradley_terry_with((const microloss_bradley_terry_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_bradley_terry_value_with[] = {0x3C23D70A};
static microloss_status call_bradley_terry_value_with(const call *c) {
    return microloss_bradley_terry_value_with((const microloss_bradley_terry_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_bradley_terry_terms[] = {0x3C23D70A};
static microloss_status call_bradley_terry_terms(const call *c) {
    return microloss_bradley_terry_terms((const microloss_bradley_terry_options *)c->pointers[0], c->count, (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_bradley_terry_denominator(const call *c) {
    return microloss_bradley_terry_denominator(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_dpo(const call *c) {
    return microloss_dpo(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_dpo_value(const call *c) {
    return microloss_dpo_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_dpo_with[] = {0x3DCCCCCD, 0x3E4CCCCD};
static microloss_status call_dpo_with(const call *c) {
    return microloss_dpo_with((const microloss_dpo_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_dpo_value_with[] = {0x3DCCCCCD, 0x3E4CCCCD};
static microloss_status call_dpo_value_with(const call *c) {
    return microloss_dpo_value_with((const microloss_dpo_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_dpo_terms[] = {0x3DCCCCCD, 0x3E4CCCCD};
static microloss_status call_dpo_terms(const call *c) {
    return microloss_dpo_terms((const microloss_dpo_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_dpo_denominator(const call *c) {
    return microloss_dpo_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_slic_hinge(const call *c) {
    return microloss_slic_hinge(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_slic_hinge_value(const call *c) {
    return microloss_slic_hinge_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_slic_hinge_with(const call *c) {
    return microloss_slic_hinge_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_slic_hinge_value_with(const call *c) {
    return microloss_slic_hinge_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_slic_hinge_terms(const call *c) {
    return microloss_slic_hinge_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_slic_hinge_denominator(const call *c) {
    return microloss_slic_hinge_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_ipo(const call *c) {
    return microloss_ipo(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_ipo_value(const call *c) {
    return microloss_ipo_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_ipo_with(const call *c) {
    return microloss_ipo_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_ipo_value_with(const call *c) {
    return microloss_ipo_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_ipo_terms(const call *c) {
    return microloss_ipo_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_ipo_denominator(const call *c) {
    return microloss_ipo_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_exo(const call *c) {
    return microloss_exo(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_exo_value(const call *c) {
    return microloss_exo_value(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_exo_with(const call *c) {
    return microloss_exo_with(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_exo_value_with(const call *c) {
    return microloss_exo_value_with(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_exo_terms(const call *c) {
    return microloss_exo_terms(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_exo_denominator(const call *c) {
    return microloss_exo_denominator(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_sim_po(const call *c) {
    return microloss_sim_po(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const uint32_t *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_sim_po_value(const call *c) {
    return microloss_sim_po_value(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const uint32_t *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_sim_po_with(const call *c) {
    return microloss_sim_po_with(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const uint32_t *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_sim_po_value_with(const call *c) {
    return microloss_sim_po_value_with(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const uint32_t *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_sim_po_terms(const call *c) {
    return microloss_sim_po_terms(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const uint32_t *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_sim_po_denominator(const call *c) {
    return microloss_sim_po_denominator(c->count, c->numbers[0], c->numbers[1], (const uint32_t *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_kto(const call *c) {
    return microloss_kto(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const microloss_verdict *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_kto_value(const call *c) {
    return microloss_kto_value(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (const microloss_verdict *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_kto_with[] = {0x40000000, 0x3F000000};
static microloss_status call_kto_with(const call *c) {
    return microloss_kto_with((const microloss_kto_options *)c->pointers[0], c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[1], (const microloss_verdict *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_kto_value_with[] = {0x40000000, 0x3F000000};
static microloss_status call_kto_value_with(const call *c) {
    return microloss_kto_value_with((const microloss_kto_options *)c->pointers[0], c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[1], (const microloss_verdict *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_kto_terms[] = {0x40000000, 0x3F000000};
static microloss_status call_kto_terms(const call *c) {
    return microloss_kto_terms((const microloss_kto_options *)c->pointers[0], c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[1], (const microloss_verdict *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_kto_denominator(const call *c) {
    return microloss_kto_denominator(c->count, c->numbers[0], c->numbers[1], (const microloss_verdict *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_orpo(const call *c) {
    return microloss_orpo(c->count, c->numbers[0], (const float *)c->pointers[0], c->reduction, (float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_orpo_value(const call *c) {
    return microloss_orpo_value(c->count, c->numbers[0], (const float *)c->pointers[0], c->reduction, (float *)c->pointers[1]);
}
static microloss_status call_orpo_with(const call *c) {
    return microloss_orpo_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_orpo_value_with(const call *c) {
    return microloss_orpo_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_orpo_terms(const call *c) {
    return microloss_orpo_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_orpo_denominator(const call *c) {
    return microloss_orpo_denominator(c->count, c->numbers[0], (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_ppo(const call *c) {
    return microloss_ppo(c->count, c->numbers[0], (const float *)c->pointers[0], (const microloss_action *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_ppo_value(const call *c) {
    return microloss_ppo_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const microloss_action *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_ppo_with[] = {0x3E4CCCCD, 0x3E99999A, 0x40400000};
static microloss_status call_ppo_with(const call *c) {
    return microloss_ppo_with((const microloss_ppo_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const microloss_action *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_ppo_value_with[] = {0x3E4CCCCD, 0x3E99999A, 0x40400000};
static microloss_status call_ppo_value_with(const call *c) {
    return microloss_ppo_value_with((const microloss_ppo_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const microloss_action *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_ppo_terms[] = {0x3E4CCCCD, 0x3E99999A, 0x40400000};
static microloss_status call_ppo_terms(const call *c) {
    return microloss_ppo_terms((const microloss_ppo_options *)c->pointers[0], c->count, c->numbers[0], (const float *)c->pointers[1], (const microloss_action *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_ppo_denominator(const call *c) {
    return microloss_ppo_denominator(c->count, c->numbers[0], (const microloss_action *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_clipped_value(const call *c) {
    return microloss_clipped_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const microloss_estimate *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_clipped_value_value(const call *c) {
    return microloss_clipped_value_value(c->count, c->numbers[0], (const float *)c->pointers[0], (const microloss_estimate *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_clipped_value_with(const call *c) {
    return microloss_clipped_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const microloss_estimate *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_clipped_value_value_with(const call *c) {
    return microloss_clipped_value_value_with(c->count, c->numbers[0], (const float *)c->pointers[0], (const microloss_estimate *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_clipped_value_terms(const call *c) {
    return microloss_clipped_value_terms(c->count, c->numbers[0], (const float *)c->pointers[0], (const microloss_estimate *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_clipped_value_denominator(const call *c) {
    return microloss_clipped_value_denominator(c->count, c->numbers[0], (const microloss_estimate *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_kl_penalty(const call *c) {
    return microloss_kl_penalty(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_kl_penalty_value(const call *c) {
    return microloss_kl_penalty_value(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_kl_penalty_with(const call *c) {
    return microloss_kl_penalty_with(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_kl_penalty_value_with(const call *c) {
    return microloss_kl_penalty_value_with(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], c->reduction, (float *)c->pointers[3]);
}
static microloss_status call_kl_penalty_terms(const call *c) {
    return microloss_kl_penalty_terms(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], (const float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_kl_penalty_denominator(const call *c) {
    return microloss_kl_penalty_denominator(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_gan_discriminator(const call *c) {
    return microloss_gan_discriminator(c->count, c->choice, (const float *)c->pointers[0], (const uint8_t *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_gan_discriminator_value(const call *c) {
    return microloss_gan_discriminator_value(c->count, c->choice, (const float *)c->pointers[0], (const uint8_t *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static const uint32_t options_gan_discriminator_with[] = {0x3DCCCCCD};
static microloss_status call_gan_discriminator_with(const call *c) {
    return microloss_gan_discriminator_with((const microloss_gan_discriminator_options *)c->pointers[0], c->count, c->choice, (const float *)c->pointers[1], (const uint8_t *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4], (float *)c->pointers[5]);
}
static const uint32_t options_gan_discriminator_value_with[] = {0x3DCCCCCD};
static microloss_status call_gan_discriminator_value_with(const call *c) {
    return microloss_gan_discriminator_value_with((const microloss_gan_discriminator_options *)c->pointers[0], c->count, c->choice, (const float *)c->pointers[1], (const uint8_t *)c->pointers[2], (const float *)c->pointers[3], c->reduction, (float *)c->pointers[4]);
}
static const uint32_t options_gan_discriminator_terms[] = {0x3DCCCCCD};
static microloss_status call_gan_discriminator_terms(const call *c) {
    return microloss_gan_discriminator_terms((const microloss_gan_discriminator_options *)c->pointers[0], c->count, c->choice, (const float *)c->pointers[1], (const uint8_t *)c->pointers[2], (const float *)c->pointers[3], (float *)c->pointers[4]);
}
static microloss_status call_gan_discriminator_denominator(const call *c) {
    return microloss_gan_discriminator_denominator(c->count, c->choice, (const uint8_t *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_gan_generator(const call *c) {
    return microloss_gan_generator(c->count, c->choice, (const float *)c->pointers[0], c->reduction, (float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_gan_generator_value(const call *c) {
    return microloss_gan_generator_value(c->count, c->choice, (const float *)c->pointers[0], c->reduction, (float *)c->pointers[1]);
}
static microloss_status call_gan_generator_with(const call *c) {
    return microloss_gan_generator_with(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_gan_generator_value_with(const call *c) {
    return microloss_gan_generator_value_with(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_gan_generator_terms(const call *c) {
    return microloss_gan_generator_terms(c->count, c->choice, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_gan_generator_denominator(const call *c) {
    return microloss_gan_generator_denominator(c->count, c->choice, (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_softmax_cross_entropy(const call *c) {
    return microloss_softmax_cross_entropy(c->count, 2, (const float *)c->pointers[0], (const uint8_t *)c->pointers[1], c->reduction, (float *)c->pointers[2], (float *)c->pointers[3]);
}
static microloss_status call_softmax_cross_entropy_value(const call *c) {
    return microloss_softmax_cross_entropy_value(c->count, 2, (const float *)c->pointers[0], (const uint8_t *)c->pointers[1], c->reduction, (float *)c->pointers[2]);
}
static microloss_status call_exp(const call *c) {
    *(float *)c->pointers[0] = microloss_exp(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_exp_m1(const call *c) {
    *(float *)c->pointers[0] = microloss_exp_m1(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_exp_residual(const call *c) {
    *(float *)c->pointers[0] = microloss_exp_residual(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_ln(const call *c) {
    *(float *)c->pointers[0] = microloss_ln(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_ln_1p(const call *c) {
    *(float *)c->pointers[0] = microloss_ln_1p(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_ln_cosh(const call *c) {
    *(float *)c->pointers[0] = microloss_ln_cosh(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_log1m_exp(const call *c) {
    *(float *)c->pointers[0] = microloss_log1m_exp(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_log_sigmoid(const call *c) {
    *(float *)c->pointers[0] = microloss_log_sigmoid(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_sigmoid(const call *c) {
    *(float *)c->pointers[0] = microloss_sigmoid(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_softplus(const call *c) {
    *(float *)c->pointers[0] = microloss_softplus(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_sqrt(const call *c) {
    *(float *)c->pointers[0] = microloss_sqrt(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_tanh(const call *c) {
    *(float *)c->pointers[0] = microloss_tanh(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_log_sum_exp(const call *c) {
    return microloss_log_sum_exp(c->count, (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_softmax(const call *c) {
    return microloss_softmax(c->count, (const float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_log_softmax(const call *c) {
    return microloss_log_softmax(c->count, (const float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_boltzmann(const call *c) {
    return microloss_boltzmann(c->count, (const float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_temper(const call *c) {
    return microloss_temper(c->count, (float *)c->pointers[0], c->numbers[0]);
}
static microloss_status call_free_energy(const call *c) {
    return microloss_free_energy(c->count, (const float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_free_energy_and_gradient(const call *c) {
    return microloss_free_energy_and_gradient(c->count, (const float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_free_energy_slope(const call *c) {
    return microloss_free_energy_slope(c->count, (const float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_log_partition(const call *c) {
    return microloss_log_partition(c->count, (const float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_sample(const call *c) {
    return microloss_sample(c->count, (const float *)c->pointers[0], c->numbers[0], (size_t *)c->pointers[1]);
}
static microloss_status call_top_k(const call *c) {
    return microloss_top_k(c->count, (float *)c->pointers[0], 5, (size_t *)c->pointers[1]);
}
static microloss_status call_top_p(const call *c) {
    return microloss_top_p(c->count, (float *)c->pointers[0], c->numbers[0], (size_t *)c->pointers[1]);
}
static microloss_status call_entropy(const call *c) {
    return microloss_entropy(c->count, (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_cross_entropy(const call *c) {
    return microloss_cross_entropy(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_kl_divergence(const call *c) {
    return microloss_kl_divergence(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_kl_divergence_of_logs(const call *c) {
    return microloss_kl_divergence_of_logs(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_jensen_shannon(const call *c) {
    return microloss_jensen_shannon(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_bits_to_nats(const call *c) {
    *(float *)c->pointers[0] = microloss_bits_to_nats(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_nats_to_bits(const call *c) {
    *(float *)c->pointers[0] = microloss_nats_to_bits(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_mutual_information_bound(const call *c) {
    *(float *)c->pointers[0] = microloss_mutual_information_bound(512, c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_looks_like_probabilities(const call *c) {
    return microloss_looks_like_probabilities(c->count, (const float *)c->pointers[0], (uint32_t *)c->pointers[1]);
}
static microloss_status call_looks_like_sigmoid_outputs(const call *c) {
    return microloss_looks_like_sigmoid_outputs(c->count, (const float *)c->pointers[0], (uint32_t *)c->pointers[1]);
}
static microloss_status call_first_not_a_number(const call *c) {
    return microloss_first_not_a_number(c->count, (const float *)c->pointers[0], (size_t *)c->pointers[1]);
}
static microloss_status call_distance_from_uniform(const call *c) {
    return microloss_distance_from_uniform(c->count, (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_double_softmax_range(const call *c) {
    return microloss_double_softmax_range(5, (float *)c->pointers[0]);
}
static microloss_status call_gradient_norm(const call *c) {
    return microloss_gradient_norm(c->count, (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_clip_by_norm(const call *c) {
    return microloss_clip_by_norm(c->count, (float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_is_vanishing(const call *c) {
    return microloss_is_vanishing(c->count, (const float *)c->pointers[0], c->numbers[0], (uint32_t *)c->pointers[1]);
}
static microloss_status call_sharpness_aware_perturbation(const call *c) {
    return microloss_sharpness_aware_perturbation(c->count, (const float *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_cost_threshold(const call *c) {
    return microloss_cost_threshold(c->numbers[0], c->numbers[1], (float *)c->pointers[0]);
}
static microloss_status call_positive_weight_from_costs(const call *c) {
    return microloss_positive_weight_from_costs(c->numbers[0], c->numbers[1], (float *)c->pointers[0]);
}
static microloss_status call_calibrated_logit(const call *c) {
    return microloss_calibrated_logit(c->numbers[0], c->numbers[1], (float *)c->pointers[0]);
}
static microloss_status call_inverse_frequency_weights(const call *c) {
    return microloss_inverse_frequency_weights(c->count, (const uint32_t *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_effective_number_weights(const call *c) {
    return microloss_effective_number_weights(c->count, (const uint32_t *)c->pointers[0], c->numbers[0], (float *)c->pointers[1]);
}
static microloss_status call_potential_shaping(const call *c) {
    *(float *)c->pointers[0] = microloss_potential_shaping(c->numbers[0], c->numbers[1], c->numbers[2]);
    return MICROLOSS_OK;
}
static microloss_status call_signal_to_noise(const call *c) {
    *(float *)c->pointers[0] = microloss_signal_to_noise(c->numbers[0]);
    return MICROLOSS_OK;
}
static microloss_status call_implicit_reward(const call *c) {
    *(float *)c->pointers[0] = microloss_implicit_reward(c->numbers[0], c->numbers[1], c->numbers[2]);
    return MICROLOSS_OK;
}
static microloss_status call_preference_accuracy(const call *c) {
    return microloss_preference_accuracy(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_reward_margin(const call *c) {
    return microloss_reward_margin(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_drifted(const call *c) {
    return microloss_drifted(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (size_t *)c->pointers[2]);
}
static microloss_status call_generalized_advantage(const call *c) {
    return microloss_generalized_advantage(c->count, (const float *)c->pointers[0], (const float *)c->pointers[1], (const microloss_episode_end *)c->pointers[2], c->numbers[0], c->numbers[1], c->numbers[2], (float *)c->pointers[3]);
}
static microloss_status call_leave_one_out_advantages(const call *c) {
    return microloss_leave_one_out_advantages(c->count, (float *)c->pointers[0], 37);
}
static microloss_status call_normalize_groups(const call *c) {
    return microloss_normalize_groups(c->count, (float *)c->pointers[0], 37, c->numbers[0]);
}
static microloss_status call_normalize_advantages(const call *c) {
    return microloss_normalize_advantages(c->count, (float *)c->pointers[0]);
}
static microloss_status call_normalize_advantages_with_floor(const call *c) {
    return microloss_normalize_advantages_with_floor(c->count, (float *)c->pointers[0], c->numbers[0]);
}
static microloss_status call_rlhf_rewards(const call *c) {
    return microloss_rlhf_rewards(c->count, c->numbers[0], (const float *)c->pointers[0], (const float *)c->pointers[1], c->numbers[1], (float *)c->pointers[2]);
}
static microloss_status call_pair_count(const call *c) {
    return microloss_pair_count(5, (size_t *)c->pointers[0]);
}
static microloss_status call_triplet_count(const call *c) {
    return microloss_triplet_count(5, 4, (size_t *)c->pointers[0]);
}
static const uint32_t risk_empirical_risk_add[] = {0x40C00000, 0x00000000, 0x40000000, 0x00000000};
static microloss_status call_empirical_risk_add(const call *c) {
    return microloss_empirical_risk_add((microloss_empirical_risk *)c->pointers[0], c->numbers[0], c->numbers[1]);
}
static const uint32_t risk_empirical_risk_merge[] = {0x40C00000, 0x00000000, 0x40000000, 0x00000000};
static const uint32_t other_empirical_risk_merge[] = {0x40200000, 0x00000000, 0x40800000, 0x00000000};
static microloss_status call_empirical_risk_merge(const call *c) {
    return microloss_empirical_risk_merge((microloss_empirical_risk *)c->pointers[0], (const microloss_empirical_risk *)c->pointers[1]);
}
static const uint32_t risk_empirical_risk_mean[] = {0x40C00000, 0x00000000, 0x40000000, 0x00000000};
static microloss_status call_empirical_risk_mean(const call *c) {
    return microloss_empirical_risk_mean((const microloss_empirical_risk *)c->pointers[0], (float *)c->pointers[1]);
}
static const uint32_t risk_empirical_risk_weight[] = {0x40C00000, 0x00000000, 0x40000000, 0x00000000};
static microloss_status call_empirical_risk_weight(const call *c) {
    return microloss_empirical_risk_weight((const microloss_empirical_risk *)c->pointers[0], (float *)c->pointers[1]);
}
static const uint32_t training_generalization_gap[] = {0x40C00000, 0x00000000, 0x40000000, 0x00000000};
static const uint32_t held_out_generalization_gap[] = {0x40200000, 0x00000000, 0x40800000, 0x00000000};
static microloss_status call_generalization_gap(const call *c) {
    return microloss_generalization_gap((const microloss_empirical_risk *)c->pointers[0], (const microloss_empirical_risk *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_l1(const call *c) {
    return microloss_l1(c->count, c->numbers[0], (const float *)c->pointers[0], (float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_l1_value(const call *c) {
    return microloss_l1_value(c->count, c->numbers[0], (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_l2(const call *c) {
    return microloss_l2(c->count, c->numbers[0], (const float *)c->pointers[0], (float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_l2_value(const call *c) {
    return microloss_l2_value(c->count, c->numbers[0], (const float *)c->pointers[0], (float *)c->pointers[1]);
}
static microloss_status call_elastic_net(const call *c) {
    return microloss_elastic_net(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (float *)c->pointers[1], (float *)c->pointers[2]);
}
static microloss_status call_elastic_net_value(const call *c) {
    return microloss_elastic_net_value(c->count, c->numbers[0], c->numbers[1], (const float *)c->pointers[0], (float *)c->pointers[1]);
}

static const face FACES[] = {
    {"squared_error", call_squared_error, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x1C3447BF, 0x1C3447BF}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x413013F0, 0x413013F0}}}},
    {"squared_error_value", call_squared_error_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x413013F0, 0x413013F0}}}},
    {"squared_error_with", call_squared_error_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 5,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xF918E3EE, 0x9F052033}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4275D820, 0x429410C4}}}},
    {"squared_error_value_with", call_squared_error_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4275D820, 0x429410C4}}}},
    {"squared_error_terms", call_squared_error_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xBC16F3D3, 0x98D67265}}}},
    {"squared_error_denominator", call_squared_error_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"absolute_error", call_absolute_error, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xECB1B4A0, 0xECB1B4A0}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4030D6DD, 0x4030D6DD}}}},
    {"absolute_error_value", call_absolute_error_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x4030D6DD, 0x4030D6DD}}}},
    {"absolute_error_with", call_absolute_error_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 5,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xD1918AAD, 0xECFB272B}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x41656241, 0x4194B4AF}}}},
    {"absolute_error_value_with", call_absolute_error_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41656241, 0x4194B4AF}}}},
    {"absolute_error_terms", call_absolute_error_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x7532486E, 0xEF5FA51D}}}},
    {"absolute_error_denominator", call_absolute_error_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"huber", call_huber, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xCBC1C73F, 0xCBC1C73F}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x404927F1, 0x404927F1}}}},
    {"huber_value", call_huber_value, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x404927F1, 0x404927F1}}}},
    {"huber_with", call_huber_with, 1, 1, 1, {1.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x8515DC5D, 0x7829085E}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x4182FB99, 0x41A92768}}}},
    {"huber_value_with", call_huber_value_with, 1, 1, 1, {1.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4182FB99, 0x41A92768}}}},
    {"huber_terms", call_huber_terms, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xFEC07132, 0xE4BC6B99}}}},
    {"huber_denominator", call_huber_denominator, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"smooth_l1", call_smooth_l1, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4C1BA2EE, 0x4C1BA2EE}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40061AA1, 0x40061AA1}}}},
    {"smooth_l1_value", call_smooth_l1_value, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x40061AA1, 0x40061AA1}}}},
    {"smooth_l1_with", call_smooth_l1_with, 1, 1, 1, {1.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xF2F9AB1E, 0x2D6D446A}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x412EA4CD, 0x416189E0}}}},
    {"smooth_l1_value_with", call_smooth_l1_value_with, 1, 1, 1, {1.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x412EA4CD, 0x416189E0}}}},
    {"smooth_l1_terms", call_smooth_l1_terms, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xE095697F, 0xF9183AE7}}}},
    {"smooth_l1_denominator", call_smooth_l1_denominator, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"pseudo_huber", call_pseudo_huber, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x0779CA6A, 0x0779CA6A}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x402C98CB, 0x402C98CB}}}},
    {"pseudo_huber_value", call_pseudo_huber_value, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x402C98CB, 0x402C98CB}}}},
    {"pseudo_huber_with", call_pseudo_huber_with, 1, 1, 1, {1.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x5AE0AADC, 0xD748B67D}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x4162E554, 0x41912365}}}},
    {"pseudo_huber_value_with", call_pseudo_huber_value_with, 1, 1, 1, {1.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4162E554, 0x41912365}}}},
    {"pseudo_huber_terms", call_pseudo_huber_terms, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4D9B9CD9, 0x8EDD9A2D}}}},
    {"pseudo_huber_denominator", call_pseudo_huber_denominator, 1, 1, 1, {1.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"general_robust", call_general_robust, 1, 1, 2, {0.5f, 1.5f}, {2, 3}, 0, 0, {0, 0.0f}, 6, {0}, 4,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x718E2FDD, 0x718E2FDD}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x3F86D311, 0x3F86D311}}}},
    {"general_robust_value", call_general_robust_value, 1, 1, 2, {0.5f, 1.5f}, {2, 3}, 0, 0, {0, 0.0f}, 6, {0}, 3,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F86D311, 0x3F86D311}}}},
    {"general_robust_with", call_general_robust_with, 1, 1, 2, {0.5f, 1.5f}, {2, 3}, 0, 0, {2, 5.5f}, 7, {0}, 5,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 8, 1 * sizeof(float), sizeof(float), NULL, {0x1AD992C5, 0xCB635124}},
      {RESULT, 9, 1 * sizeof(float), sizeof(float), NULL, {0x40AE6004, 0x40E2C011}}}},
    {"general_robust_value_with", call_general_robust_value_with, 1, 1, 2, {0.5f, 1.5f}, {2, 3}, 0, 0, {2, 5.5f}, 7, {0}, 4,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x40AE6004, 0x40E2C011}}}},
    {"general_robust_terms", call_general_robust_terms, 1, 1, 2, {0.5f, 1.5f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xE93E4CE3, 0xACAD3B2D}}}},
    {"general_robust_denominator", call_general_robust_denominator, 1, 1, 2, {0.5f, 1.5f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"log_cosh", call_log_cosh, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x2B52C7C3, 0x2B52C7C3}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x400A0940, 0x400A0940}}}},
    {"log_cosh_value", call_log_cosh_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x400A0940, 0x400A0940}}}},
    {"log_cosh_with", call_log_cosh_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 5,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xC1C3472A, 0x2B0D1E34}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4133CCE7, 0x416826D4}}}},
    {"log_cosh_value_with", call_log_cosh_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4133CCE7, 0x416826D4}}}},
    {"log_cosh_terms", call_log_cosh_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x78A24896, 0x55093D68}}}},
    {"log_cosh_denominator", call_log_cosh_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"quantile", call_quantile, 1, 1, 1, {0.9f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xDDA01925, 0xDDA01925}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3FBDAD96, 0x3FBDAD96}}}},
    {"quantile_value", call_quantile_value, 1, 1, 1, {0.9f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3FBDAD96, 0x3FBDAD96}}}},
    {"quantile_with", call_quantile_with, 1, 1, 1, {0.9f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xB6580C18, 0x10405812}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x410165B4, 0x411F8084}}}},
    {"quantile_value_with", call_quantile_value_with, 1, 1, 1, {0.9f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x410165B4, 0x411F8084}}}},
    {"quantile_terms", call_quantile_terms, 1, 1, 1, {0.9f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xFEE81666, 0xCA9E6BE9}}}},
    {"quantile_denominator", call_quantile_denominator, 1, 1, 1, {0.9f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"expectile", call_expectile, 1, 1, 1, {0.9f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xD4A926F9, 0xD4A926F9}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40BAB34D, 0x40BAB34D}}}},
    {"expectile_value", call_expectile_value, 1, 1, 1, {0.9f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x40BAB34D, 0x40BAB34D}}}},
    {"expectile_with", call_expectile_with, 1, 1, 1, {0.9f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x45D34590, 0x267B3876}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x4207D97F, 0x421CFF81}}}},
    {"expectile_value_with", call_expectile_value_with, 1, 1, 1, {0.9f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4207D97F, 0x421CFF81}}}},
    {"expectile_terms", call_expectile_terms, 1, 1, 1, {0.9f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x64D263EE, 0x1B0563F0}}}},
    {"expectile_denominator", call_expectile_denominator, 1, 1, 1, {0.9f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"epsilon_insensitive", call_epsilon_insensitive, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x1939DC31, 0x1939DC31}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x401290EA, 0x401290EA}}}},
    {"epsilon_insensitive_value", call_epsilon_insensitive_value, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x401290EA, 0x401290EA}}}},
    {"epsilon_insensitive_with", call_epsilon_insensitive_with, 1, 1, 1, {0.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xA722A2BE, 0x8AF57447}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x413E0A1A, 0x41767F5A}}}},
    {"epsilon_insensitive_value_with", call_epsilon_insensitive_value_with, 1, 1, 1, {0.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x413E0A1A, 0x41767F5A}}}},
    {"epsilon_insensitive_terms", call_epsilon_insensitive_terms, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x821C5AAA, 0x7C410B96}}}},
    {"epsilon_insensitive_denominator", call_epsilon_insensitive_denominator, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"squared_epsilon_insensitive", call_squared_epsilon_insensitive, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xD63A3F81, 0xD63A3F81}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4107BC96, 0x4107BC96}}}},
    {"squared_epsilon_insensitive_value", call_squared_epsilon_insensitive_value, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4107BC96, 0x4107BC96}}}},
    {"squared_epsilon_insensitive_with", call_squared_epsilon_insensitive_with, 1, 1, 1, {0.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xE51E3990, 0xD55E34DF}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x42419843, 0x426448CF}}}},
    {"squared_epsilon_insensitive_value_with", call_squared_epsilon_insensitive_value_with, 1, 1, 1, {0.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x42419843, 0x426448CF}}}},
    {"squared_epsilon_insensitive_terms", call_squared_epsilon_insensitive_terms, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x92FEC23E, 0x13026465}}}},
    {"squared_epsilon_insensitive_denominator", call_squared_epsilon_insensitive_denominator, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"periodic", call_periodic, 1, 1, 1, {5.0f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xFEDEEB0F, 0xFEDEEB0F}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F83F4A2, 0x3F83F4A2}}}},
    {"periodic_value", call_periodic_value, 1, 1, 1, {5.0f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3F83F4A2, 0x3F83F4A2}}}},
    {"periodic_with", call_periodic_with, 1, 1, 1, {5.0f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x1F597CF6, 0x9093E6E5}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x40AF53DC, 0x40DDECE1}}}},
    {"periodic_value_with", call_periodic_value_with, 1, 1, 1, {5.0f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40AF53DC, 0x40DDECE1}}}},
    {"periodic_terms", call_periodic_terms, 1, 1, 1, {5.0f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x2207ACC7, 0x5075A444}}}},
    {"periodic_denominator", call_periodic_denominator, 1, 1, 1, {5.0f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"gaussian_nll", call_gaussian_nll, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 4,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 2 * sizeof(float), sizeof(float), NULL, {0x000E730E, 0x000E730E}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41E09E9D, 0x41E09E9D}}}},
    {"gaussian_nll_value", call_gaussian_nll_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41E09E9D, 0x41E09E9D}}}},
    {"gaussian_nll_with", call_gaussian_nll_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {0}, 6,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_gaussian_nll_with, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 2 * sizeof(float), sizeof(float), NULL, {0x1BE61B12, 0x578DE367}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x42CAC2ED, 0x433CE279}}}},
    {"gaussian_nll_value_with", call_gaussian_nll_value_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_gaussian_nll_value_with, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x42CAC2ED, 0x433CE279}}}},
    {"gaussian_nll_terms", call_gaussian_nll_terms, 1, 2, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_gaussian_nll_terms, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xDFF25E3B, 0x2F3B132A}}}},
    {"gaussian_nll_denominator", call_gaussian_nll_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"laplace_nll", call_laplace_nll, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 4,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 2 * sizeof(float), sizeof(float), NULL, {0xFC63E744, 0xFC63E744}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4199C96B, 0x4199C96B}}}},
    {"laplace_nll_value", call_laplace_nll_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x4199C96B, 0x4199C96B}}}},
    {"laplace_nll_with", call_laplace_nll_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {0}, 6,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_laplace_nll_with, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 2 * sizeof(float), sizeof(float), NULL, {0xF3F62CF1, 0xFA16F3DE}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x42A9FB0D, 0x4301521A}}}},
    {"laplace_nll_value_with", call_laplace_nll_value_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_laplace_nll_value_with, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x42A9FB0D, 0x4301521A}}}},
    {"laplace_nll_terms", call_laplace_nll_terms, 1, 2, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_laplace_nll_terms, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x7D7B4640, 0x6D3D0E5A}}}},
    {"laplace_nll_denominator", call_laplace_nll_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"poisson_nll", call_poisson_nll, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x977D7CC2, 0x977D7CC2}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x40BB826B, 0x40BB826B}}}},
    {"poisson_nll_value", call_poisson_nll_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x40BB826B, 0x40BB826B}}}},
    {"poisson_nll_with", call_poisson_nll_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {4}, 6,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_poisson_nll_with, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xE56B6DA0, 0x29ADAB72}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x42009078, 0x421DADAC}}}},
    {"poisson_nll_value_with", call_poisson_nll_value_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {4}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_poisson_nll_value_with, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x42009078, 0x421DADAC}}}},
    {"poisson_nll_terms", call_poisson_nll_terms, 1, 2, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {4}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_poisson_nll_terms, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x43638C83, 0xB14D9568}}}},
    {"poisson_nll_denominator", call_poisson_nll_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {2}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"gamma_nll", call_gamma_nll, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x92917A4D, 0x92917A4D}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4073D356, 0x4073D356}}}},
    {"gamma_nll_value", call_gamma_nll_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x4073D356, 0x4073D356}}}},
    {"gamma_nll_with", call_gamma_nll_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 5,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xB5C04E73, 0xEC549DF4}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x41F024FD, 0x41CD08FD}}}},
    {"gamma_nll_value_with", call_gamma_nll_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41F024FD, 0x41CD08FD}}}},
    {"gamma_nll_terms", call_gamma_nll_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x1CB31461, 0x12A86C03}}}},
    {"gamma_nll_denominator", call_gamma_nll_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {2}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"sigmoid_cross_entropy", call_sigmoid_cross_entropy, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xBB43E42A, 0xBB43E42A}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3FA47FD0, 0x3FA47FD0}}}},
    {"sigmoid_cross_entropy_value", call_sigmoid_cross_entropy_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x3FA47FD0, 0x3FA47FD0}}}},
    {"sigmoid_cross_entropy_with", call_sigmoid_cross_entropy_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {4}, 6,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_sigmoid_cross_entropy_with, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x95E91060, 0x222C6B07}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x4175ABF6, 0x410A5435}}}},
    {"sigmoid_cross_entropy_value_with", call_sigmoid_cross_entropy_value_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {4}, 5,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_sigmoid_cross_entropy_value_with, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4175ABF6, 0x410A5435}}}},
    {"sigmoid_cross_entropy_terms", call_sigmoid_cross_entropy_terms, 1, 2, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {4}, 5,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_sigmoid_cross_entropy_terms, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x2F81DE03, 0x46DE0751}}}},
    {"sigmoid_cross_entropy_denominator", call_sigmoid_cross_entropy_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {2}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"sigmoid_focal", call_sigmoid_focal, 1, 1, 1, {2.0f}, {2}, 0, 0, {0, 0.0f}, 5, {4}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x16056CB4, 0x16056CB4}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F7041B4, 0x3F7041B4}}}},
    {"sigmoid_focal_value", call_sigmoid_focal_value, 1, 1, 1, {2.0f}, {2}, 0, 0, {0, 0.0f}, 5, {4}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3F7041B4, 0x3F7041B4}}}},
    {"sigmoid_focal_with", call_sigmoid_focal_with, 1, 2, 1, {2.0f}, {3}, 0, 0, {2, 5.5f}, 7, {5}, 6,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_sigmoid_focal_with, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 8, 1 * sizeof(float), sizeof(float), NULL, {0x9E711D41, 0xA7BDAC58}},
      {RESULT, 9, 1 * sizeof(float), sizeof(float), NULL, {0x401E8EC1, 0x40CA08B4}}}},
    {"sigmoid_focal_value_with", call_sigmoid_focal_value_with, 1, 2, 1, {2.0f}, {3}, 0, 0, {2, 5.5f}, 7, {5}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_sigmoid_focal_value_with, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x401E8EC1, 0x40CA08B4}}}},
    {"sigmoid_focal_terms", call_sigmoid_focal_terms, 1, 2, 1, {2.0f}, {3}, 0, 0, {0, 0.0f}, 0, {5}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_sigmoid_focal_terms, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xDB2DE183, 0xE2ECC37E}}}},
    {"sigmoid_focal_denominator", call_sigmoid_focal_denominator, 1, 1, 1, {2.0f}, {2}, 0, 0, {0, 0.0f}, 0, {3}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"bernoulli_nll", call_bernoulli_nll, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {2, 3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_probability, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x57C7B10C, 0x57C7B10C}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4097D0C3, 0x4097D0C3}}}},
    {"bernoulli_nll_value", call_bernoulli_nll_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {2, 3}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_probability, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x4097D0C3, 0x4097D0C3}}}},
    {"bernoulli_nll_with", call_bernoulli_nll_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {3, 4}, 6,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_bernoulli_nll_with, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x100555BB, 0x6E9D2978}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x40FCC4E6, 0x41FF5377}}}},
    {"bernoulli_nll_value_with", call_bernoulli_nll_value_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {3, 4}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_bernoulli_nll_value_with, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40FCC4E6, 0x41FF5377}}}},
    {"bernoulli_nll_terms", call_bernoulli_nll_terms, 1, 2, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {3, 4}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_bernoulli_nll_terms, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_probability, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x9F5C2CED, 0xBD66BC82}}}},
    {"bernoulli_nll_denominator", call_bernoulli_nll_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {2}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_probability_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"hinge", call_hinge, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x79C619EA, 0x79C619EA}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3FC6061B, 0x3FC6061B}}}},
    {"hinge_value", call_hinge_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x3FC6061B, 0x3FC6061B}}}},
    {"hinge_with", call_hinge_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 5,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x8DA77780, 0x0DDBE1B3}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x411BAE22, 0x41268522}}}},
    {"hinge_value_with", call_hinge_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x411BAE22, 0x41268522}}}},
    {"hinge_terms", call_hinge_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x8E629FD3, 0xC87D21A1}}}},
    {"hinge_denominator", call_hinge_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {2}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"squared_hinge", call_squared_hinge, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x71140E97, 0x71140E97}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x40ADD002, 0x40ADD002}}}},
    {"squared_hinge_value", call_squared_hinge_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x40ADD002, 0x40ADD002}}}},
    {"squared_hinge_with", call_squared_hinge_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 5,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x025E1DC1, 0x9BF439E4}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4210DC68, 0x42122919}}}},
    {"squared_hinge_value_with", call_squared_hinge_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4210DC68, 0x42122919}}}},
    {"squared_hinge_terms", call_squared_hinge_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x9150F0A1, 0x3C5084C4}}}},
    {"squared_hinge_denominator", call_squared_hinge_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {2}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"hinge_embedding", call_hinge_embedding, 1, 1, 1, {1.0f}, {2}, 0, 0, {0, 0.0f}, 5, {4}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x980D4F1F, 0x980D4F1F}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F59C47E, 0x3F59C47E}}}},
    {"hinge_embedding_value", call_hinge_embedding_value, 1, 1, 1, {1.0f}, {2}, 0, 0, {0, 0.0f}, 5, {4}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3F59C47E, 0x3F59C47E}}}},
    {"hinge_embedding_with", call_hinge_embedding_with, 1, 1, 1, {1.0f}, {2}, 0, 0, {2, 5.5f}, 6, {4}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x987BB6DE, 0xA4F92F6F}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x402A4286, 0x40B71F6A}}}},
    {"hinge_embedding_value_with", call_hinge_embedding_value_with, 1, 1, 1, {1.0f}, {2}, 0, 0, {2, 5.5f}, 6, {4}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x402A4286, 0x40B71F6A}}}},
    {"hinge_embedding_terms", call_hinge_embedding_terms, 1, 1, 1, {1.0f}, {2}, 0, 0, {0, 0.0f}, 0, {4}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x6D83134F, 0x7C07BA9C}}}},
    {"hinge_embedding_denominator", call_hinge_embedding_denominator, 1, 1, 1, {1.0f}, {2}, 0, 0, {0, 0.0f}, 0, {3}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"perceptron", call_perceptron, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xE02438C3, 0xE02438C3}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3F80D61B, 0x3F80D61B}}}},
    {"perceptron_value", call_perceptron_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x3F80D61B, 0x3F80D61B}}}},
    {"perceptron_with", call_perceptron_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 5,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x2FDC901E, 0xD5F41CFF}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40D4C1F9, 0x40D8ADE7}}}},
    {"perceptron_value_with", call_perceptron_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x40D4C1F9, 0x40D8ADE7}}}},
    {"perceptron_terms", call_perceptron_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xEC69D764, 0x2CBB5B87}}}},
    {"perceptron_denominator", call_perceptron_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {2}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"modified_huber", call_modified_huber, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x62939ED9, 0x62939ED9}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x408379E3, 0x408379E3}}}},
    {"modified_huber_value", call_modified_huber_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {3}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x408379E3, 0x408379E3}}}},
    {"modified_huber_with", call_modified_huber_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 5,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x55AEF24F, 0x7DBEE94D}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x41D809D0, 0x41DD1E71}}}},
    {"modified_huber_value_with", call_modified_huber_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41D809D0, 0x41DD1E71}}}},
    {"modified_huber_terms", call_modified_huber_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {3}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x47F198B1, 0x6C840607}}}},
    {"modified_huber_denominator", call_modified_huber_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {2}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"smoothed_hinge", call_smoothed_hinge, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 5, {4}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x2AE1B17F, 0x2AE1B17F}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3FB37643, 0x3FB37643}}}},
    {"smoothed_hinge_value", call_smoothed_hinge_value, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 5, {4}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3FB37643, 0x3FB37643}}}},
    {"smoothed_hinge_with", call_smoothed_hinge_with, 1, 1, 1, {0.5f}, {2}, 0, 0, {2, 5.5f}, 6, {4}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xEAAC1F6E, 0x92561AA1}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x410E7576, 0x4116E944}}}},
    {"smoothed_hinge_value_with", call_smoothed_hinge_value_with, 1, 1, 1, {0.5f}, {2}, 0, 0, {2, 5.5f}, 6, {4}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x410E7576, 0x4116E944}}}},
    {"smoothed_hinge_terms", call_smoothed_hinge_terms, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {4}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x44D31453, 0x4D9772F6}}}},
    {"smoothed_hinge_denominator", call_smoothed_hinge_denominator, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {3}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"box_iou", call_box_iou, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 4,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 4 * sizeof(float), sizeof(float), NULL, {0xB5A318C2, 0xB5A318C2}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3F77A19A, 0x3F77A19A}}}},
    {"box_iou_value", call_box_iou_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x3F77A19A, 0x3F77A19A}}}},
    {"box_iou_with", call_box_iou_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 5,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 4 * sizeof(float), sizeof(float), NULL, {0x6F9066E0, 0x0A91CC73}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40AB631C, 0x40D03C41}}}},
    {"box_iou_value_with", call_box_iou_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 4,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x40AB631C, 0x40D03C41}}}},
    {"box_iou_terms", call_box_iou_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xA3E01148, 0xAE632629}}}},
    {"box_iou_denominator", call_box_iou_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"box_giou", call_box_giou, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 4,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 4 * sizeof(float), sizeof(float), NULL, {0xD0169846, 0xD0169846}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3FC17DE9, 0x3FC17DE9}}}},
    {"box_giou_value", call_box_giou_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x3FC17DE9, 0x3FC17DE9}}}},
    {"box_giou_with", call_box_giou_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 5,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 4 * sizeof(float), sizeof(float), NULL, {0x3B60D1DD, 0xD8020CDA}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4107F611, 0x4122B584}}}},
    {"box_giou_value_with", call_box_giou_value_with, 1, 1, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 4,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4107F611, 0x4122B584}}}},
    {"box_giou_terms", call_box_giou_terms, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_corners, {0x00000000, 0x00000000}},
      {READ, 3, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xFC5DAF0A, 0x138C7246}}}},
    {"box_giou_denominator", call_box_giou_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 4 * sizeof(float), sizeof(float), pool_rectangle_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"contrastive_divergence", call_contrastive_divergence, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 3, {0}, 3,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {REPLACE, 4, 2 * sizeof(float), sizeof(float), NULL, {0xA823BA6F, 0xA823BA6F}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0xBDDB1E56, 0xBDDB1E56}}}},
    {"contrastive_divergence_value", call_contrastive_divergence_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 3, {0}, 2,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0xBDDB1E56, 0xBDDB1E56}}}},
    {"contrastive_divergence_with", call_contrastive_divergence_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_contrastive_divergence_with, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 2 * sizeof(float), sizeof(float), NULL, {0xD6130B39, 0x04B25AA5}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x41E77A09, 0xBF38423D}}}},
    {"contrastive_divergence_value_with", call_contrastive_divergence_value_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 5, {0}, 4,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_contrastive_divergence_value_with, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41E77A09, 0xBF38423D}}}},
    {"contrastive_divergence_terms", call_contrastive_divergence_terms, 1, 2, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_contrastive_divergence_terms, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xB58D0AA1, 0xB6A1691A}}}},
    {"contrastive_divergence_denominator", call_contrastive_divergence_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{OPTIONAL, 2, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"loss_averse_squared_error", call_loss_averse_squared_error, 1, 1, 1, {2.25f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xAFECEB71, 0xAFECEB71}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x418AE9F3, 0x418AE9F3}}}},
    {"loss_averse_squared_error_value", call_loss_averse_squared_error_value, 1, 1, 1, {2.25f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x418AE9F3, 0x418AE9F3}}}},
    {"loss_averse_squared_error_with", call_loss_averse_squared_error_with, 1, 1, 1, {2.25f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xC4D38CD1, 0xCE0846E3}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x42BDA61D, 0x42E9A0BC}}}},
    {"loss_averse_squared_error_value_with", call_loss_averse_squared_error_value_with, 1, 1, 1, {2.25f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x42BDA61D, 0x42E9A0BC}}}},
    {"loss_averse_squared_error_terms", call_loss_averse_squared_error_terms, 1, 1, 1, {2.25f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4B058E8E, 0x0129DCA5}}}},
    {"loss_averse_squared_error_denominator", call_loss_averse_squared_error_denominator, 1, 1, 1, {2.25f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"loss_averse_absolute_error", call_loss_averse_absolute_error, 1, 1, 1, {2.25f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x1729A1E4, 0x1729A1E4}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x408AAAB2, 0x408AAAB2}}}},
    {"loss_averse_absolute_error_value", call_loss_averse_absolute_error_value, 1, 1, 1, {2.25f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x408AAAB2, 0x408AAAB2}}}},
    {"loss_averse_absolute_error_with", call_loss_averse_absolute_error_with, 1, 1, 1, {2.25f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x8C4C7449, 0xEB6208BB}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x41AEE2C2, 0x41E9365A}}}},
    {"loss_averse_absolute_error_value_with", call_loss_averse_absolute_error_value_with, 1, 1, 1, {2.25f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x41AEE2C2, 0x41E9365A}}}},
    {"loss_averse_absolute_error_terms", call_loss_averse_absolute_error_terms, 1, 1, 1, {2.25f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x29B04161, 0x125F9EB4}}}},
    {"loss_averse_absolute_error_denominator", call_loss_averse_absolute_error_denominator, 1, 1, 1, {2.25f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"margin_ranking", call_margin_ranking, 1, 1, 1, {1.0f}, {2}, 0, 0, {0, 0.0f}, 5, {4}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 2 * sizeof(float), sizeof(float), NULL, {0x69D48C15, 0x69D48C15}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40064FD3, 0x40064FD3}}}},
    {"margin_ranking_value", call_margin_ranking_value, 1, 1, 1, {1.0f}, {2}, 0, 0, {0, 0.0f}, 5, {4}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x40064FD3, 0x40064FD3}}}},
    {"margin_ranking_with", call_margin_ranking_with, 1, 1, 1, {1.0f}, {2}, 0, 0, {2, 5.5f}, 6, {4}, 5,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 2 * sizeof(float), sizeof(float), NULL, {0x038C3229, 0x3A16E6AD}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x411B572C, 0x4161E357}}}},
    {"margin_ranking_value_with", call_margin_ranking_value_with, 1, 1, 1, {1.0f}, {2}, 0, 0, {2, 5.5f}, 6, {4}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x411B572C, 0x4161E357}}}},
    {"margin_ranking_terms", call_margin_ranking_terms, 1, 1, 1, {1.0f}, {2}, 0, 0, {0, 0.0f}, 0, {4}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x945A84CA, 0x7416D387}}}},
    {"margin_ranking_denominator", call_margin_ranking_denominator, 1, 1, 1, {1.0f}, {2}, 0, 0, {0, 0.0f}, 0, {3}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_sign_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"bradley_terry", call_bradley_terry, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 4,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 5, 2 * sizeof(float), sizeof(float), NULL, {0x56065DB5, 0x56065DB5}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3FE84EDC, 0x3FE84EDC}}}},
    {"bradley_terry_value", call_bradley_terry_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x3FE84EDC, 0x3FE84EDC}}}},
    {"bradley_terry_with", call_bradley_terry_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {0}, 6,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_bradley_terry_with, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 2 * sizeof(float), sizeof(float), NULL, {0x1AA2EC16, 0xA8197701}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x411BC320, 0x41435996}}}},
    {"bradley_terry_value_with", call_bradley_terry_value_with, 1, 2, 0, {0.0f}, {0}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_bradley_terry_value_with, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x411BC320, 0x41435996}}}},
    {"bradley_terry_terms", call_bradley_terry_terms, 1, 2, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_bradley_terry_terms, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xDC433880, 0x71405382}}}},
    {"bradley_terry_denominator", call_bradley_terry_denominator, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"dpo", call_dpo, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 2 * sizeof(float), sizeof(float), NULL, {0x015A23CD, 0x015A23CD}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F461713, 0x3F461713}}}},
    {"dpo_value", call_dpo_value, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3F461713, 0x3F461713}}}},
    {"dpo_with", call_dpo_with, 1, 2, 1, {0.1f}, {3}, 0, 0, {2, 5.5f}, 7, {0}, 6,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_dpo_with, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 8, 2 * sizeof(float), sizeof(float), NULL, {0x9119A21D, 0xE3E06A75}},
      {RESULT, 9, 1 * sizeof(float), sizeof(float), NULL, {0x40890BB2, 0x40A69367}}}},
    {"dpo_value_with", call_dpo_value_with, 1, 2, 1, {0.1f}, {3}, 0, 0, {2, 5.5f}, 7, {0}, 5,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_dpo_value_with, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x40890BB2, 0x40A69367}}}},
    {"dpo_terms", call_dpo_terms, 1, 2, 1, {0.1f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 5,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_dpo_terms, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x8B2E1F68, 0xD2B0739E}}}},
    {"dpo_denominator", call_dpo_denominator, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"slic_hinge", call_slic_hinge, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 2 * sizeof(float), sizeof(float), NULL, {0x1F5BE4F5, 0x1F5BE4F5}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F8E4977, 0x3F8E4977}}}},
    {"slic_hinge_value", call_slic_hinge_value, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3F8E4977, 0x3F8E4977}}}},
    {"slic_hinge_with", call_slic_hinge_with, 1, 1, 1, {0.1f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 2 * sizeof(float), sizeof(float), NULL, {0xF09FA6C7, 0xE1005E35}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x40BC0B39, 0x40EF4D03}}}},
    {"slic_hinge_value_with", call_slic_hinge_value_with, 1, 1, 1, {0.1f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40BC0B39, 0x40EF4D03}}}},
    {"slic_hinge_terms", call_slic_hinge_terms, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x383FAC14, 0x37357FCC}}}},
    {"slic_hinge_denominator", call_slic_hinge_denominator, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"ipo", call_ipo, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 2 * sizeof(float), sizeof(float), NULL, {0xC0954559, 0xC0954559}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x42618F47, 0x42618F47}}}},
    {"ipo_value", call_ipo_value, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x42618F47, 0x42618F47}}}},
    {"ipo_with", call_ipo_with, 1, 1, 1, {0.1f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 2 * sizeof(float), sizeof(float), NULL, {0x756ED94D, 0xD1399A81}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x43961309, 0x43BDACD9}}}},
    {"ipo_value_with", call_ipo_value_with, 1, 1, 1, {0.1f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x43961309, 0x43BDACD9}}}},
    {"ipo_terms", call_ipo_terms, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x5C29C3A7, 0xDDEFA2FF}}}},
    {"ipo_denominator", call_ipo_denominator, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"exo", call_exo, 1, 1, 2, {1.0f, 0.1f}, {2, 3}, 0, 0, {0, 0.0f}, 6, {0}, 4,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {REPLACE, 7, 2 * sizeof(float), sizeof(float), NULL, {0x567DD059, 0x567DD059}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x3F9C7A73, 0x3F9C7A73}}}},
    {"exo_value", call_exo_value, 1, 1, 2, {1.0f, 0.1f}, {2, 3}, 0, 0, {0, 0.0f}, 6, {0}, 3,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F9C7A73, 0x3F9C7A73}}}},
    {"exo_with", call_exo_with, 1, 1, 2, {1.0f, 0.1f}, {2, 3}, 0, 0, {2, 5.5f}, 7, {0}, 5,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 8, 2 * sizeof(float), sizeof(float), NULL, {0x2702F3E7, 0x2F668D55}},
      {RESULT, 9, 1 * sizeof(float), sizeof(float), NULL, {0x40C60256, 0x41039584}}}},
    {"exo_value_with", call_exo_value_with, 1, 1, 2, {1.0f, 0.1f}, {2, 3}, 0, 0, {2, 5.5f}, 7, {0}, 4,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x40C60256, 0x41039584}}}},
    {"exo_terms", call_exo_terms, 1, 1, 2, {1.0f, 0.1f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4F70DF73, 0x9B6AFAF1}}}},
    {"exo_denominator", call_exo_denominator, 1, 1, 2, {1.0f, 0.1f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"sim_po", call_sim_po, 1, 1, 2, {2.0f, 0.5f}, {2, 3}, 0, 0, {0, 0.0f}, 6, {0}, 4,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(uint32_t), sizeof(uint32_t), pool_lengths_2, {0x00000000, 0x00000000}},
      {REPLACE, 7, 2 * sizeof(float), sizeof(float), NULL, {0x29EFD599, 0x29EFD599}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x3F848341, 0x3F848341}}}},
    {"sim_po_value", call_sim_po_value, 1, 1, 2, {2.0f, 0.5f}, {2, 3}, 0, 0, {0, 0.0f}, 6, {0}, 3,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(uint32_t), sizeof(uint32_t), pool_lengths_2, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F848341, 0x3F848341}}}},
    {"sim_po_with", call_sim_po_with, 1, 1, 2, {2.0f, 0.5f}, {2, 3}, 0, 0, {2, 5.5f}, 7, {0}, 5,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(uint32_t), sizeof(uint32_t), pool_lengths_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 8, 2 * sizeof(float), sizeof(float), NULL, {0x6E613087, 0xD239251F}},
      {RESULT, 9, 1 * sizeof(float), sizeof(float), NULL, {0x40BCF604, 0x40DEDCBF}}}},
    {"sim_po_value_with", call_sim_po_value_with, 1, 1, 2, {2.0f, 0.5f}, {2, 3}, 0, 0, {2, 5.5f}, 7, {0}, 4,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(uint32_t), sizeof(uint32_t), pool_lengths_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x40BCF604, 0x40DEDCBF}}}},
    {"sim_po_terms", call_sim_po_terms, 1, 1, 2, {2.0f, 0.5f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 4, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 5, 2 * sizeof(uint32_t), sizeof(uint32_t), pool_lengths_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xC909DEAD, 0x0C9A60C8}}}},
    {"sim_po_denominator", call_sim_po_denominator, 1, 1, 2, {2.0f, 0.5f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 4, 2 * sizeof(uint32_t), sizeof(uint32_t), pool_lengths_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"kto", call_kto, 1, 1, 2, {0.1f, 0.5f}, {2, 3}, 0, 0, {0, 0.0f}, 6, {5}, 4,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(microloss_verdict), sizeof(float), pool_verdict_2, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x16E2398D, 0x16E2398D}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x3EF85C64, 0x3EF85C64}}}},
    {"kto_value", call_kto_value, 1, 1, 2, {0.1f, 0.5f}, {2, 3}, 0, 0, {0, 0.0f}, 6, {5}, 3,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(microloss_verdict), sizeof(float), pool_verdict_2, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3EF85C64, 0x3EF85C64}}}},
    {"kto_with", call_kto_with, 1, 2, 2, {0.1f, 0.5f}, {3, 4}, 0, 0, {2, 5.5f}, 8, {6}, 6,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_kto_with, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 6, 1 * sizeof(microloss_verdict), sizeof(float), pool_verdict_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 7, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 9, 1 * sizeof(float), sizeof(float), NULL, {0x7114D61D, 0x6D9FC5A0}},
      {RESULT, 10, 1 * sizeof(float), sizeof(float), NULL, {0x405FB0B7, 0x4050D954}}}},
    {"kto_value_with", call_kto_value_with, 1, 2, 2, {0.1f, 0.5f}, {3, 4}, 0, 0, {2, 5.5f}, 8, {6}, 5,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_kto_value_with, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 6, 1 * sizeof(microloss_verdict), sizeof(float), pool_verdict_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 7, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 9, 1 * sizeof(float), sizeof(float), NULL, {0x405FB0B7, 0x4050D954}}}},
    {"kto_terms", call_kto_terms, 1, 2, 2, {0.1f, 0.5f}, {3, 4}, 0, 0, {0, 0.0f}, 0, {6}, 5,
     {{OPTIONS, 1, 2 * sizeof(float), sizeof(float), options_kto_terms, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 6, 1 * sizeof(microloss_verdict), sizeof(float), pool_verdict_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 7, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 8, 1 * sizeof(float), sizeof(float), NULL, {0x90C929F0, 0x33516552}}}},
    {"kto_denominator", call_kto_denominator, 1, 1, 2, {0.1f, 0.5f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {4}, 3,
     {{READ, 4, 1 * sizeof(microloss_verdict), sizeof(float), pool_verdict_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"orpo", call_orpo, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 4, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {REPLACE, 5, 2 * sizeof(float), sizeof(float), NULL, {0xFABC2505, 0xFABC2505}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x7F800000, 0x7F800000}}}},
    {"orpo_value", call_orpo_value, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 4, {0}, 2,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x7F800000, 0x7F800000}}}},
    {"orpo_with", call_orpo_with, 1, 1, 1, {0.1f}, {2}, 0, 0, {2, 5.5f}, 5, {0}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 2 * sizeof(float), sizeof(float), NULL, {0x662B19DC, 0x47F650D5}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x7F800000, 0x7F800000}}}},
    {"orpo_value_with", call_orpo_value_with, 1, 1, 1, {0.1f}, {2}, 0, 0, {2, 5.5f}, 5, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x7F800000, 0x7F800000}}}},
    {"orpo_terms", call_orpo_terms, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x4E513A3A, 0x2CD0AE5E}}}},
    {"orpo_denominator", call_orpo_denominator, 1, 1, 1, {0.1f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"ppo", call_ppo, 1, 1, 1, {0.2f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(microloss_action), sizeof(float), pool_action_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xB77C0346, 0xB77C0346}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x4222364A, 0x4222364A}}}},
    {"ppo_value", call_ppo_value, 1, 1, 1, {0.2f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(microloss_action), sizeof(float), pool_action_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x4222364A, 0x4222364A}}}},
    {"ppo_with", call_ppo_with, 1, 2, 1, {0.2f}, {3}, 0, 0, {2, 5.5f}, 7, {0}, 6,
     {{OPTIONS, 1, 3 * sizeof(float), sizeof(float), options_ppo_with, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(microloss_action), sizeof(float), pool_action_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 8, 1 * sizeof(float), sizeof(float), NULL, {0x7937F144, 0x9FF9E231}},
      {RESULT, 9, 1 * sizeof(float), sizeof(float), NULL, {0x411CD7F4, 0x438867D5}}}},
    {"ppo_value_with", call_ppo_value_with, 1, 2, 1, {0.2f}, {3}, 0, 0, {2, 5.5f}, 7, {0}, 5,
     {{OPTIONS, 1, 3 * sizeof(float), sizeof(float), options_ppo_value_with, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(microloss_action), sizeof(float), pool_action_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x411CD7F4, 0x438867D5}}}},
    {"ppo_terms", call_ppo_terms, 1, 2, 1, {0.2f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 5,
     {{OPTIONS, 1, 3 * sizeof(float), sizeof(float), options_ppo_terms, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(microloss_action), sizeof(float), pool_action_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xBBCA9026, 0x067EF3CC}}}},
    {"ppo_denominator", call_ppo_denominator, 1, 1, 1, {0.2f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(microloss_action), sizeof(float), pool_action_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"clipped_value", call_clipped_value, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(microloss_estimate), sizeof(float), pool_estimate_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xE3F39746, 0xE3F39746}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x40F05BBE, 0x40F05BBE}}}},
    {"clipped_value_value", call_clipped_value_value, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(microloss_estimate), sizeof(float), pool_estimate_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x40F05BBE, 0x40F05BBE}}}},
    {"clipped_value_with", call_clipped_value_with, 1, 1, 1, {0.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(microloss_estimate), sizeof(float), pool_estimate_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0xB73F4EE8, 0x67A239CE}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x424E5DB7, 0x424A1E9A}}}},
    {"clipped_value_value_with", call_clipped_value_value_with, 1, 1, 1, {0.5f}, {2}, 0, 0, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(microloss_estimate), sizeof(float), pool_estimate_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x424E5DB7, 0x424A1E9A}}}},
    {"clipped_value_terms", call_clipped_value_terms, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(microloss_estimate), sizeof(float), pool_estimate_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3B10B577, 0xF5E7915D}}}},
    {"clipped_value_denominator", call_clipped_value_denominator, 1, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(microloss_estimate), sizeof(float), pool_estimate_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"kl_penalty", call_kl_penalty, 1, 1, 0, {0.0f}, {0}, 2, 2, {0, 0.0f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x9BC2E3E3, 0x9BC2E3E3}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x423D0282, 0x423D0282}}}},
    {"kl_penalty_value", call_kl_penalty_value, 1, 1, 0, {0.0f}, {0}, 2, 2, {0, 0.0f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x423D0282, 0x423D0282}}}},
    {"kl_penalty_with", call_kl_penalty_with, 1, 1, 0, {0.0f}, {0}, 2, 2, {2, 5.5f}, 6, {0}, 5,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x7043062C, 0xECFEAF05}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x43CD137F, 0x439EF0A7}}}},
    {"kl_penalty_value_with", call_kl_penalty_value_with, 1, 1, 0, {0.0f}, {0}, 2, 2, {2, 5.5f}, 6, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x43CD137F, 0x439EF0A7}}}},
    {"kl_penalty_terms", call_kl_penalty_terms, 1, 1, 0, {0.0f}, {0}, 2, 2, {0, 0.0f}, 0, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 5, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0xD4893196, 0x8A2EB21A}}}},
    {"kl_penalty_denominator", call_kl_penalty_denominator, 1, 1, 0, {0.0f}, {0}, 2, 2, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"gan_discriminator", call_gan_discriminator, 1, 1, 0, {0.0f}, {0}, 1, 2, {0, 0.0f}, 5, {4}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(uint8_t), sizeof(uint8_t), pool_coin_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x89967E01, 0x89967E01}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3F9CEA2C, 0x3F9CEA2C}}}},
    {"gan_discriminator_value", call_gan_discriminator_value, 1, 1, 0, {0.0f}, {0}, 1, 2, {0, 0.0f}, 5, {4}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(uint8_t), sizeof(uint8_t), pool_coin_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3F9CEA2C, 0x3F9CEA2C}}}},
    {"gan_discriminator_with", call_gan_discriminator_with, 1, 2, 0, {0.0f}, {0}, 1, 3, {2, 5.5f}, 7, {5}, 6,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_gan_discriminator_with, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(uint8_t), sizeof(uint8_t), pool_coin_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 8, 1 * sizeof(float), sizeof(float), NULL, {0xCC91DEB2, 0x6C093251}},
      {RESULT, 9, 1 * sizeof(float), sizeof(float), NULL, {0x40ECDE77, 0x4103F377}}}},
    {"gan_discriminator_value_with", call_gan_discriminator_value_with, 1, 2, 0, {0.0f}, {0}, 1, 3, {2, 5.5f}, 7, {5}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_gan_discriminator_value_with, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(uint8_t), sizeof(uint8_t), pool_coin_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 8, 1 * sizeof(float), sizeof(float), NULL, {0x40ECDE77, 0x4103F377}}}},
    {"gan_discriminator_terms", call_gan_discriminator_terms, 1, 2, 0, {0.0f}, {0}, 1, 3, {0, 0.0f}, 0, {5}, 5,
     {{OPTIONS, 1, 1 * sizeof(float), sizeof(float), options_gan_discriminator_terms, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 5, 1 * sizeof(uint8_t), sizeof(uint8_t), pool_coin_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 6, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 7, 1 * sizeof(float), sizeof(float), NULL, {0x05D12D00, 0x1DE3BDE7}}}},
    {"gan_discriminator_denominator", call_gan_discriminator_denominator, 1, 1, 0, {0.0f}, {0}, 1, 2, {0, 0.0f}, 0, {3}, 3,
     {{READ, 3, 1 * sizeof(uint8_t), sizeof(uint8_t), pool_coin_2, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"gan_generator", call_gan_generator, 1, 1, 0, {0.0f}, {0}, 0, 2, {0, 0.0f}, 4, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {REPLACE, 5, 1 * sizeof(float), sizeof(float), NULL, {0x103D532F, 0x103D532F}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0xBF8187F0, 0xBF8187F0}}}},
    {"gan_generator_value", call_gan_generator_value, 1, 1, 0, {0.0f}, {0}, 0, 2, {0, 0.0f}, 4, {0}, 2,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0xBF8187F0, 0xBF8187F0}}}},
    {"gan_generator_with", call_gan_generator_with, 1, 1, 0, {0.0f}, {0}, 0, 2, {2, 5.5f}, 5, {0}, 4,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {REPLACE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x61091F41, 0x599B5D58}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0xC0A55811, 0xC0D9D8FD}}}},
    {"gan_generator_value_with", call_gan_generator_value_with, 1, 1, 0, {0.0f}, {0}, 0, 2, {2, 5.5f}, 5, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0xC0A55811, 0xC0D9D8FD}}}},
    {"gan_generator_terms", call_gan_generator_terms, 1, 1, 0, {0.0f}, {0}, 0, 2, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {OPTIONAL, 4, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {WRITE, 5, 1 * sizeof(float), sizeof(float), NULL, {0xB7034A96, 0xD0418FFB}}}},
    {"gan_generator_denominator", call_gan_generator_denominator, 1, 1, 0, {0.0f}, {0}, 0, 2, {0, 0.0f}, 0, {0}, 2,
     {{OPTIONAL, 3, 1 * sizeof(float), sizeof(float), pool_weight, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41EEEEFE, 0x42140000}}}},
    {"softmax_cross_entropy", call_softmax_cross_entropy, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 5, {4}, 4,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(uint8_t), sizeof(uint8_t), pool_coin_2, {0x00000000, 0x00000000}},
      {REPLACE, 6, 2 * sizeof(float), sizeof(float), NULL, {0xB28BA653, 0xB28BA653}},
      {RESULT, 7, 1 * sizeof(float), sizeof(float), NULL, {0x3FA5F5CC, 0x3FA5F5CC}}}},
    {"softmax_cross_entropy_value", call_softmax_cross_entropy_value, 1, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 5, {4}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(uint8_t), sizeof(uint8_t), pool_coin_2, {0x00000000, 0x00000000}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x3FA5F5CC, 0x3FA5F5CC}}}},
    {"exp", call_exp, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x4000E153, 0x4000E153}}}},
    {"exp_m1", call_exp_m1, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3F81C2A6, 0x3F81C2A6}}}},
    {"exp_residual", call_exp_residual, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3EA0A432, 0x3EA0A432}}}},
    {"ln", call_ln, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0xBEB69E1A, 0xBEB69E1A}}}},
    {"ln_1p", call_ln_1p, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3F07D741, 0x3F07D741}}}},
    {"ln_cosh", call_ln_cosh, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3E68B986, 0x3E68B986}}}},
    {"log1m_exp", call_log1m_exp, 0, 0, 1, {-0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0xBF2FB40B, 0xBF2FB40B}}}},
    {"log_sigmoid", call_log_sigmoid, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0xBECE6E67, 0xBECE6E67}}}},
    {"sigmoid", call_sigmoid, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3F2B0E5A, 0x3F2B0E5A}}}},
    {"softplus", call_softplus, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3F8D3533, 0x3F8D3533}}}},
    {"sqrt", call_sqrt, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3F562F5A, 0x3F562F5A}}}},
    {"tanh", call_tanh, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3F1AB7D8, 0x3F1AB7D8}}}},
    {"log_sum_exp", call_log_sum_exp, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0x40AA99BE, 0x40AA99BE}}}},
    {"softmax", call_softmax, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {WRITE, 4, 1 * sizeof(float), sizeof(float), NULL, {0xE6F8103D, 0xE6F8103D}}}},
    {"log_softmax", call_log_softmax, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {WRITE, 4, 1 * sizeof(float), sizeof(float), NULL, {0x9DCFD8F0, 0x9DCFD8F0}}}},
    {"boltzmann", call_boltzmann, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {WRITE, 4, 1 * sizeof(float), sizeof(float), NULL, {0xC34D19D1, 0xC34D19D1}}}},
    {"temper", call_temper, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{UPDATE, 2, 1 * sizeof(float), sizeof(float), pool_share, {0x397AFE6F, 0x397AFE6F}}}},
    {"free_energy", call_free_energy, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0xC0986F70, 0xC0986F70}}}},
    {"free_energy_and_gradient", call_free_energy_and_gradient, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {WRITE, 4, 1 * sizeof(float), sizeof(float), NULL, {0xC34D19D1, 0xC34D19D1}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0xC0986F70, 0xC0986F70}}}},
    {"free_energy_slope", call_free_energy_slope, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0xC00DC352, 0xC00DC352}}}},
    {"log_partition", call_log_partition, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x40D9C3C5, 0x40D9C3C5}}}},
    {"sample", call_sample, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_share, {0x00000000, 0x00000000}},
      {INDEX, 4, 1 * sizeof(size_t), sizeof(size_t), NULL, {0x0000001B, 0x0000001B}}}},
    {"top_k", call_top_k, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{UPDATE, 2, 1 * sizeof(float), sizeof(float), pool_share, {0xFEC27AA1, 0xFEC27AA1}},
      {INDEX, 4, 1 * sizeof(size_t), sizeof(size_t), NULL, {0x00000005, 0x00000005}}}},
    {"top_p", call_top_p, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{UPDATE, 2, 1 * sizeof(float), sizeof(float), pool_share, {0xB5420A9B, 0xB5420A9B}},
      {INDEX, 4, 1 * sizeof(size_t), sizeof(size_t), NULL, {0x00000011, 0x00000011}}}},
    {"entropy", call_entropy, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_share, {0x00000000, 0x00000000}},
      {RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0x405124CA, 0x405124CA}}}},
    {"cross_entropy", call_cross_entropy, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_share, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_share_2, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x4072D198, 0x4072D198}}}},
    {"kl_divergence", call_kl_divergence, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_share, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_share_2, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x3F16BF9C, 0x3F16BF9C}}}},
    {"kl_divergence_of_logs", call_kl_divergence_of_logs, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x4425FA6C, 0x4425FA6C}}}},
    {"jensen_shannon", call_jensen_shannon, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_share, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_share_2, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x3DDBF2C4, 0x3DDBF2C4}}}},
    {"bits_to_nats", call_bits_to_nats, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3EF86C88, 0x3EF86C88}}}},
    {"nats_to_bits", call_nats_to_bits, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x3F8143F6, 0x3F8143F6}}}},
    {"mutual_information_bound", call_mutual_information_bound, 0, 0, 1, {0.7f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x40B139F5, 0x40B139F5}}}},
    {"looks_like_probabilities", call_looks_like_probabilities, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_share, {0x00000000, 0x00000000}},
      {RESULT, 3, 1 * sizeof(uint32_t), sizeof(uint32_t), NULL, {0x00000000, 0x00000000}}}},
    {"looks_like_sigmoid_outputs", call_looks_like_sigmoid_outputs, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_probability, {0x00000000, 0x00000000}},
      {RESULT, 3, 1 * sizeof(uint32_t), sizeof(uint32_t), NULL, {0x00000001, 0x00000001}}}},
    {"first_not_a_number", call_first_not_a_number, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {INDEX, 3, 1 * sizeof(size_t), sizeof(size_t), NULL, {0xFFFFFFFF, 0xFFFFFFFF}}}},
    {"distance_from_uniform", call_distance_from_uniform, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_share, {0x00000000, 0x00000000}},
      {RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0x3CD61A20, 0x3CD61A20}}}},
    {"double_softmax_range", call_double_softmax_range, 0, 0, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{RESULT, 2, 2 * sizeof(float), sizeof(float), NULL, {0xC70FC313, 0xC70FC313}}}},
    {"gradient_norm", call_gradient_norm, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0x41529761, 0x41529761}}}},
    {"clip_by_norm", call_clip_by_norm, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{UPDATE, 2, 1 * sizeof(float), sizeof(float), pool_number, {0xBD45A489, 0xBD45A489}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x41529761, 0x41529761}}}},
    {"is_vanishing", call_is_vanishing, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(uint32_t), sizeof(uint32_t), NULL, {0x00000000, 0x00000000}}}},
    {"sharpness_aware_perturbation", call_sharpness_aware_perturbation, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {WRITE, 4, 1 * sizeof(float), sizeof(float), NULL, {0xBD45A489, 0xBD45A489}}}},
    {"cost_threshold", call_cost_threshold, 0, 0, 2, {0.7f, 2.5f}, {1, 2}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0x3E600001, 0x3E600001}}}},
    {"positive_weight_from_costs", call_positive_weight_from_costs, 0, 0, 2, {0.7f, 2.5f}, {1, 2}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0x40649249, 0x40649249}}}},
    {"calibrated_logit", call_calibrated_logit, 0, 0, 2, {0.7f, 2.5f}, {1, 2}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0xBE5D7B54, 0xBE5D7B54}}}},
    {"inverse_frequency_weights", call_inverse_frequency_weights, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(uint32_t), sizeof(uint32_t), pool_counts, {0x00000000, 0x00000000}},
      {WRITE, 3, 1 * sizeof(float), sizeof(float), NULL, {0xB3CF2E16, 0xB3CF2E16}}}},
    {"effective_number_weights", call_effective_number_weights, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 2, 1 * sizeof(uint32_t), sizeof(uint32_t), pool_counts, {0x00000000, 0x00000000}},
      {WRITE, 4, 1 * sizeof(float), sizeof(float), NULL, {0x197C7B4A, 0x197C7B4A}}}},
    {"potential_shaping", call_potential_shaping, 0, 0, 3, {0.7f, 2.5f, 3.5f}, {1, 2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0xBD4CCCC0, 0xBD4CCCC0}}}},
    {"signal_to_noise", call_signal_to_noise, 0, 0, 1, {0.7f}, {1}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0x40155555, 0x40155555}}}},
    {"implicit_reward", call_implicit_reward, 0, 0, 3, {0.7f, 2.5f, 3.5f}, {1, 2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{NUMBER, 0, sizeof(float), sizeof(float), NULL, {0xBF333333, 0xBF333333}}}},
    {"preference_accuracy", call_preference_accuracy, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 3, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x3EC1BAD0, 0x3EC1BAD0}}}},
    {"reward_margin", call_reward_margin, 0, 1, 1, {0.7f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 2 * sizeof(float), sizeof(float), pool_pair, {0x00000000, 0x00000000}},
      {READ, 4, 2 * sizeof(float), sizeof(float), pool_pair_2, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0xBF480480, 0xBF480480}}}},
    {"drifted", call_drifted, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {INDEX, 4, 1 * sizeof(size_t), sizeof(size_t), NULL, {0x00000000, 0x00000000}}}},
    {"generalized_advantage", call_generalized_advantage, 0, 1, 3, {0.7f, 0.9f, 0.8f}, {5, 6, 7}, 0, 0, {0, 0.0f}, 0, {4}, 4,
     {{READ, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 3, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(microloss_episode_end), sizeof(float), pool_end, {0x00000000, 0x00000000}},
      {WRITE, 8, 1 * sizeof(float), sizeof(float), NULL, {0x3E4F3A80, 0x3E4F3A80}}}},
    {"leave_one_out_advantages", call_leave_one_out_advantages, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{UPDATE, 2, 1 * sizeof(float), sizeof(float), pool_number, {0x188C2E99, 0x188C2E99}}}},
    {"normalize_groups", call_normalize_groups, 0, 1, 1, {0.7f}, {4}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{UPDATE, 2, 1 * sizeof(float), sizeof(float), pool_number, {0xE4DCADEF, 0xE4DCADEF}}}},
    {"normalize_advantages", call_normalize_advantages, 0, 1, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{UPDATE, 2, 1 * sizeof(float), sizeof(float), pool_number, {0xE4DCADEF, 0xE4DCADEF}}}},
    {"normalize_advantages_with_floor", call_normalize_advantages_with_floor, 0, 1, 1, {0.7f}, {3}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{UPDATE, 2, 1 * sizeof(float), sizeof(float), pool_number, {0xE4DCADEF, 0xE4DCADEF}}}},
    {"rlhf_rewards", call_rlhf_rewards, 0, 1, 2, {0.7f, 0.7f}, {2, 5}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {READ, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x00000000, 0x00000000}},
      {WRITE, 6, 1 * sizeof(float), sizeof(float), NULL, {0x9019FA1F, 0x9019FA1F}}}},
    {"pair_count", call_pair_count, 0, 0, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{INDEX, 2, 1 * sizeof(size_t), sizeof(size_t), NULL, {0x0000000A, 0x0000000A}}}},
    {"triplet_count", call_triplet_count, 0, 0, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{INDEX, 3, 1 * sizeof(size_t), sizeof(size_t), NULL, {0x000003C0, 0x000003C0}}}},
    {"empirical_risk_add", call_empirical_risk_add, 0, 0, 2, {2.5f, 2.5f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 1,
     {{UPDATE, 1, 1 * sizeof(microloss_empirical_risk), sizeof(float), risk_empirical_risk_add, {0x9D1DF515, 0x9D1DF515}}}},
    {"empirical_risk_merge", call_empirical_risk_merge, 0, 0, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{UPDATE, 1, 1 * sizeof(microloss_empirical_risk), sizeof(float), risk_empirical_risk_merge, {0x90CDF515, 0x90CDF515}},
      {READ, 2, 1 * sizeof(microloss_empirical_risk), sizeof(float), other_empirical_risk_merge, {0x00000000, 0x00000000}}}},
    {"empirical_risk_mean", call_empirical_risk_mean, 0, 0, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 1, 1 * sizeof(microloss_empirical_risk), sizeof(float), risk_empirical_risk_mean, {0x00000000, 0x00000000}},
      {RESULT, 2, 1 * sizeof(float), sizeof(float), NULL, {0x40400000, 0x40400000}}}},
    {"empirical_risk_weight", call_empirical_risk_weight, 0, 0, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 1, 1 * sizeof(microloss_empirical_risk), sizeof(float), risk_empirical_risk_weight, {0x00000000, 0x00000000}},
      {RESULT, 2, 1 * sizeof(float), sizeof(float), NULL, {0x40000000, 0x40000000}}}},
    {"generalization_gap", call_generalization_gap, 0, 0, 0, {0.0f}, {0}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 1, 1 * sizeof(microloss_empirical_risk), sizeof(float), training_generalization_gap, {0x00000000, 0x00000000}},
      {READ, 2, 1 * sizeof(microloss_empirical_risk), sizeof(float), held_out_generalization_gap, {0x00000000, 0x00000000}},
      {RESULT, 3, 1 * sizeof(float), sizeof(float), NULL, {0xC0180000, 0xC0180000}}}},
    {"l1", call_l1, 0, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {UPDATE, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0xCB206381, 0xCB206381}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x4208A648, 0x4208A648}}}},
    {"l1_value", call_l1_value, 0, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x4208A648, 0x4208A648}}}},
    {"l2", call_l2, 0, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {UPDATE, 4, 1 * sizeof(float), sizeof(float), pool_number_2, {0x740C081A, 0x740C081A}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x42AD3CB5, 0x42AD3CB5}}}},
    {"l2_value", call_l2_value, 0, 1, 1, {0.5f}, {2}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 3, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 4, 1 * sizeof(float), sizeof(float), NULL, {0x42AD3CB5, 0x42AD3CB5}}}},
    {"elastic_net", call_elastic_net, 0, 1, 2, {0.5f, 0.25f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 3,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {UPDATE, 5, 1 * sizeof(float), sizeof(float), pool_number_2, {0x7221AABB, 0x7221AABB}},
      {RESULT, 6, 1 * sizeof(float), sizeof(float), NULL, {0x429AF17F, 0x429AF17F}}}},
    {"elastic_net_value", call_elastic_net_value, 0, 1, 2, {0.5f, 0.25f}, {2, 3}, 0, 0, {0, 0.0f}, 0, {0}, 2,
     {{READ, 4, 1 * sizeof(float), sizeof(float), pool_number, {0x00000000, 0x00000000}},
      {RESULT, 5, 1 * sizeof(float), sizeof(float), NULL, {0x429AF17F, 0x429AF17F}}}},
};

int main(void) {
    return try_all(FACES, sizeof FACES / sizeof *FACES, ROWS);
}
